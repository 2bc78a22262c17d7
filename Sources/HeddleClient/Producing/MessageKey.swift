/// What a record's key can be besides a type of a contract: its bytes decide the partition.
public protocol MessageKey: Sendable {
    var keyBytes: [UInt8] { get }
}

/// UTF-8.
extension String: MessageKey {
    public var keyBytes: [UInt8] { Array(utf8) }
}

extension [UInt8]: MessageKey {
    public var keyBytes: [UInt8] { self }
}
