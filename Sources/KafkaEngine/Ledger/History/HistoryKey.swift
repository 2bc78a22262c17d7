import NIOCore

/// Keys of the ledger's topic that hold no entry: `lease/eu`, `apply/eu/12`, `apply/eu/12/0` and `apply/eu/leadership`.
enum HistoryKey {
    static func lease(on cluster: String) -> String { "lease/\(cluster)" }
    static func run(_ number: Int, on cluster: String) -> String { "apply/\(cluster)/\(number)" }
    static func changes(_ chunk: Int, ofRun number: Int, on cluster: String) -> String { "apply/\(cluster)/\(number)/\(chunk)" }

    /// Not under a prefix of its own: a Heddle that knows of no leadership passes over what is under `apply` and has no number.
    static func leadership(on cluster: String) -> String { "apply/\(cluster)\(leadershipSuffix)" }

    static let leadershipSuffix = "/leadership"
    static let leasePrefix = Array("lease/".utf8)
    static let runPrefix = Array("apply/".utf8)
}

/// What the records under a key are about.
enum LedgerKeyKind {
    case lease, leadership, run, entry

    init(_ key: ByteBuffer?) {
        guard let bytes = key?.readableBytesView else { self = .entry; return }
        if bytes.starts(with: HistoryKey.leasePrefix) {
            self = .lease
        } else if bytes.starts(with: HistoryKey.runPrefix) {
            self = bytes.suffix(HistoryKey.leadershipSuffix.utf8.count).elementsEqual(HistoryKey.leadershipSuffix.utf8) ? .leadership : .run
        } else {
            self = .entry
        }
    }
}
