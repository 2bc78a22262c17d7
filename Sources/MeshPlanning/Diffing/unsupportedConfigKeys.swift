import MeshModel

/// Declared keys that the cluster does not know, in order: sent all the same, some engines refuse them at apply, and others drop
/// them without a word.
///
/// - Parameter known: every key that the cluster lists; nil where it did not tell, so that nothing can be said.
func unsupportedConfigKeys(_ desired: [String: ConfigSetting], known: Set<String>?) -> [String] {
    guard let known else { return [] }
    return desired.filter { $0.value != .leftAlone && !known.contains($0.key) }.keys.sorted()
}
