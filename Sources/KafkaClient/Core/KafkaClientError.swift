import KafkaWire

/// What the client could not do. A refusal is thrown only by what takes several requests (`readLog`, `DurableProducer`);
/// in the response of a single request it is an ordinary value.
package struct KafkaClientError: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// No connection came about: `connection refused`, `unknown host`.
        case cannotConnect(String)
        /// TLS did not come about: `the server's certificate is not trusted`.
        case notSecured(String)
        /// The login did not come about: `the listener does not offer PLAIN; it offers SCRAM-SHA-512`.
        case notAuthenticated(String)
        /// The connection ended while the request waited for its answer.
        case connectionLost(String)
        /// No answer came in the time given.
        case timedOut(after: Duration)
        /// What came back is not the protocol: the connection is closed.
        case malformedResponse(String)
        /// No version of the API is known to both sides; nil when the broker does not have the API at all.
        case unsupportedAPI(APIKey, ours: ClosedRange<Int16>, theirs: ClosedRange<Int16>?)
        /// The cluster names no broker for the destination.
        case noRoute(String)
        /// The request does not fit the version that was agreed.
        case cannotEncode(String)
        /// The broker answered with an error, and its own words if it had any.
        case refused(APIKey, ErrorCode, message: String?)
        /// The caller's task was cancelled.
        case cancelled
        /// The client was closed.
        case closed
    }

    package var reason: Reason
    /// The broker concerned; nil when none was reached yet.
    package var address: BrokerAddress?
    /// True when the request had been handed to the connection: it may have been carried out.
    package var wasSent: Bool

    package init(_ reason: Reason, at address: BrokerAddress? = nil, wasSent: Bool = false) {
        self.reason = reason
        self.address = address
        self.wasSent = wasSent
    }

    /// Whether the same request may fare better later. A write that was sent and then lost is retriable here; whether it
    /// may be repeated is for those to say who know what it does.
    package var isRetriable: Bool {
        switch reason {
        case .cannotConnect, .connectionLost, .timedOut, .noRoute: true
        case .refused(_, let code, _): code.isRetriable
        case .notSecured, .notAuthenticated, .malformedResponse, .unsupportedAPI, .cannotEncode, .cancelled, .closed: false
        }
    }
}

extension KafkaClientError: CustomStringConvertible {
    /// What happened, without the address: `connection refused`.
    package var summary: String {
        switch reason {
        case .cannotConnect(let cause): cause
        case .notSecured(let cause), .notAuthenticated(let cause): cause
        case .connectionLost(let cause): "the connection was lost: \(cause)"
        case .timedOut(let limit): "no answer within \(limit)"
        case .malformedResponse(let cause): "the answer is not valid Kafka protocol: \(cause)"
        case .unsupportedAPI(let api, let ours, nil): "the broker does not serve \(api) (version \(Self.text(ours)) is needed)"
        case .unsupportedAPI(let api, let ours, let theirs?):
            "the broker serves version \(Self.text(theirs)) of \(api), but \(Self.text(ours)) is needed"
        case .noRoute(let cause): cause
        case .cannotEncode(let cause): "the request cannot be written: \(cause)"
        case .refused(let api, let code, let message): "\(api) was refused with \(code.name): \(message ?? code.message)"
        case .cancelled: "cancelled"
        case .closed: "the client is closed"
        }
    }

    package var description: String {
        if let address { "\(address): \(summary)" } else { summary }
    }

    private static func text(_ range: ClosedRange<Int16>) -> String {
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
}
