import Crypto
import MeshPlanning

/// Names exactly what would be done: twelve hexadecimal digits of a SHA-256. The same in every round, process and place, as long as
/// the changes are the same; another change gives another name.
func planIdentity(of changes: [Change]) -> String {
    var exact = ExactText()
    for change in changes { exact.add(change) }
    let digits = Array("0123456789abcdef".utf8)
    let text = SHA256.hash(data: Array(exact.text.utf8)).prefix(6).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
}

extension Change {
    /// Tells a change that was tried from another of the same resource.
    var exactText: String {
        var exact = ExactText()
        exact.add(self)
        return exact.text
    }
}
