import Crypto
import Determinism
import MeshPlanning

/// Names exactly what would be done: twelve hexadecimal digits of a SHA-256. The same in every round, process and place, as long as
/// the changes are the same; another change gives another name.
func planIdentity(of changes: [Change]) -> String {
    var exact = ExactText()
    for change in changes { exact.add(change) }
    return hexadecimal(SHA256.hash(data: Array(exact.text.utf8)).prefix(6))
}

extension Change {
    /// Tells a change that was tried from another of the same resource.
    var exactText: String {
        var exact = ExactText()
        exact.add(self)
        return exact.text
    }
}
