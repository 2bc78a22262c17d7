import BrokerCore
import KafkaWire
import NIOCore

/// What is to go wrong with which requests, and how often: for tests of what clients make of it.
package struct FaultRule: Sendable, Equatable {
    package enum Action: Sendable, Equatable {
        /// The request is not done, and answered with this error.
        case refuse(ErrorCode)
        /// The request, and what its connection sends after it, waits so many milliseconds.
        case delay(milliseconds: Int64)
        /// The connection is closed, and the request is not done.
        case disconnect
        /// Nothing that comes by the connection is done or answered any more; it stays open.
        case blackHole
    }

    /// Nil: any.
    package var apiKey: APIKey?
    /// Only requests that name this topic, or carry its id. Nil: any.
    package var topic: String?
    /// How many requests; nil: all.
    package var times: Int?
    package var action: Action

    package init(_ action: Action, apiKey: APIKey? = nil, topic: String? = nil, times: Int? = nil) {
        self.action = action
        self.apiKey = apiKey
        self.topic = topic
        self.times = times
    }
}

package struct FaultID: Hashable, Sendable {
    let number: Int
}
