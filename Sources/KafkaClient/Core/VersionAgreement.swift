import KafkaWire

/// Which versions one broker serves, and so which version each request to it takes: the highest that both sides know.
package struct VersionAgreement: Sendable, Equatable {
    private let served: [APIKey: ClosedRange<Int16>]

    package init(served: [APIKey: ClosedRange<Int16>]) {
        self.served = served
    }

    /// Entries whose range is upside down are left out, as if the broker did not have the API.
    package init(_ response: ApiVersionsResponse) {
        var served: [APIKey: ClosedRange<Int16>] = [:]
        for entry in response.apiKeys where entry.minVersion <= entry.maxVersion {
            served[APIKey(rawValue: entry.apiKey)] = entry.minVersion...entry.maxVersion
        }
        self.init(served: served)
    }

    /// Whether the broker has the API, in whatever version.
    package func serves(_ api: APIKey) -> Bool { served[api] != nil }

    package func serves<Request: KafkaRequest>(_ request: Request.Type) -> Bool {
        (try? version(of: request)) != nil
    }

    /// - Parameter highest: the latest that will do, where that is not the latest that we know.
    package func version<Request: KafkaRequest>(of request: Request.Type, highest: Int16? = nil) throws(KafkaClientError) -> Int16 {
        let known = Request.versions
        let ours = known.lowerBound...max(known.lowerBound, min(known.upperBound, highest ?? known.upperBound))
        guard let theirs = served[Request.apiKey] else {
            throw KafkaClientError(.unsupportedAPI(Request.apiKey, ours: ours, theirs: nil))
        }
        guard ours.overlaps(theirs) else {
            throw KafkaClientError(.unsupportedAPI(Request.apiKey, ours: ours, theirs: theirs))
        }
        return max(min(ours.upperBound, theirs.upperBound, Self.highestOfUse[Request.apiKey] ?? .max), ours.lowerBound, theirs.lowerBound)
    }

    /// From CreateTopics 5 on, the answer lists every config of every new topic (KIP-525): for a thousand topics, thirty thousand
    /// of them, which the broker must make and nobody here reads.
    private static let highestOfUse: [APIKey: Int16] = [.createTopics: 4]
}
