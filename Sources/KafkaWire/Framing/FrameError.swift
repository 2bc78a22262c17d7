/// A length prefix that no peer in its right mind sends. The stream cannot be trusted after it.
package enum FrameError: Error, Sendable, Equatable {
    case negativeLength(Int32)
    case tooLarge(length: Int, limit: Int)
}

extension FrameError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .negativeLength(let length): "a frame claims \(length) bytes"
        case .tooLarge(let length, let limit): "a frame claims \(length) bytes, above the limit of \(limit)"
        }
    }
}
