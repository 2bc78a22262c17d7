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

    package func version<Request: KafkaRequest>(of request: Request.Type) throws(KafkaClientError) -> Int16 {
        let ours = Request.versions
        guard let theirs = served[Request.apiKey] else {
            throw KafkaClientError(.unsupportedAPI(Request.apiKey, ours: ours, theirs: nil))
        }
        guard ours.overlaps(theirs) else {
            throw KafkaClientError(.unsupportedAPI(Request.apiKey, ours: ours, theirs: theirs))
        }
        return min(ours.upperBound, theirs.upperBound)
    }
}
