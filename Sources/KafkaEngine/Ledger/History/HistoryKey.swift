/// Keys of the ledger's topic that hold no entry: `lease/eu`, `apply/eu/12` and `apply/eu/12/0`.
enum HistoryKey {
    static func lease(on cluster: String) -> String { "lease/\(cluster)" }
    static func run(_ number: Int, on cluster: String) -> String { "apply/\(cluster)/\(number)" }
    static func changes(_ chunk: Int, ofRun number: Int, on cluster: String) -> String { "apply/\(cluster)/\(number)/\(chunk)" }

    static let leasePrefix = Array("lease/".utf8)
    static let runPrefix = Array("apply/".utf8)
}
