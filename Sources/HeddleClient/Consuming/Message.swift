public import HeddleRuntime
public import ServiceContextModule
public import struct Foundation.Date

/// An event as a consumer gets it.
public struct Message<Value: ContractCodable>: Sendable {
    public let value: Value
    public let key: [UInt8]?
    public let headers: [RecordHeader]
    public let timestamp: Date
    /// Where it was read from; of one that is tried again that is the retry topic.
    public let position: RecordPosition
    /// Where it stood first.
    public let origin: RecordPosition
    /// 0 the first time, 1 when it is tried again for the first time.
    public let attempt: Int
    /// What the sender's tracer sent along; `process` sets it for its handler.
    public let context: ServiceContext

    /// The key as text; nil where there is none or it is not UTF-8.
    public var keyText: String? { key.flatMap { String(validating: $0, as: UTF8.self) } }
    public var correlationID: String? { CorrelationID.read(from: headers) }
}
