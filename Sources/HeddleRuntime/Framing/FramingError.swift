/// Why bytes do not begin with the framing that was expected.
public enum FramingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Shorter than the framing says it is.
    case tooShort(needed: Int, found: Int)
    /// Not one that this framing knows: mostly a payload without any framing.
    case magicByte(UInt8)
    /// A list of Protobuf message indexes that is none.
    case messageIndexes(String)
    /// A header that should hold a schema's id has no value, or more than an id.
    case header(String)
    /// A compression that AWS Glue's header names and that is not supported.
    case compression(UInt8)

    public var description: String {
        switch self {
        case .tooShort(let needed, let found): "expected \(needed) bytes of framing, found \(found)"
        case .magicByte(let byte): "\(byte) is no magic byte of this framing: the payload is not framed, or in another way"
        case .messageIndexes(let what): "the list of message indexes \(what)"
        case .header(let what): what
        case .compression(let code): "the payload is compressed in the way \(code), which is not supported"
        }
    }
}
