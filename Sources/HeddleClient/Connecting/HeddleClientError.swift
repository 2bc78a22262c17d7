import KafkaClient
import RegistryClient

/// What a producer or a consumer could not do.
public struct HeddleClientError: Error, Sendable, CustomStringConvertible {
    public enum Reason: Sendable, Hashable {
        /// What the program asked for makes no sense: an address without a port, a partition that there is not.
        case configuration
        /// No broker was reached, none leads the partition, or connections broke until the time was over.
        case connection
        /// The broker will not do it: not allowed, too large, not valid under the topic's contract.
        case refused
        /// The registry was not reached, or will not do it.
        case registry
        /// The registry does not have the contract, or what was written cannot be read as the type.
        case contract
        /// The value cannot be written, or bytes are none of its type.
        case value
        case closed
        case cancelled
    }

    public var reason: Reason
    /// For people, without a full stop. It names no values and no credentials.
    public var message: String
    /// Whether the same call may fare better later.
    public var isRetriable: Bool
    /// Of a send: the record may be in the topic nevertheless.
    public var mayBeWritten: Bool

    public init(_ reason: Reason, _ message: String, isRetriable: Bool = false, mayBeWritten: Bool = false) {
        self.reason = reason
        self.message = message
        self.isRetriable = isRetriable
        self.mayBeWritten = mayBeWritten
    }

    public var description: String { message }
}

extension HeddleClientError {
    init(_ error: KafkaClientError) {
        let reason: Reason =
            switch error.reason {
            case .cannotConnect, .connectionLost, .timedOut, .noRoute, .notSecured, .notAuthenticated, .malformedResponse: .connection
            case .unsupportedAPI, .refused: .refused
            case .cannotEncode: .configuration
            case .cancelled: .cancelled
            case .closed: .closed
            }
        self.init(reason, error.description, isRetriable: error.isRetriable, mayBeWritten: error.wasSent)
    }

    init(_ error: RegistryError, _ what: String) {
        self.init(.registry, "\(what): \(error.message)", isRetriable: error.isRetriable)
    }
}
