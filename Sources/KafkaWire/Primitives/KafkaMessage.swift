/// A struct of the protocol: a message or a part of one.
package protocol WireStructure: Sendable, Equatable {
    init(from reader: inout WireReader, version: Int16) throws(WireError)
    func write(to writer: inout WireWriter, version: Int16) throws(WireError)
}

/// A request or a response, as a value that holds the fields of every version.
///
/// The types that conform are generated from Specs/kafka/apis by `swift run heddle-dev generate`.
/// A field that a version lacks has its default after reading; on writing, it is dropped when the protocol
/// calls it ignorable, and refused when set otherwise.
package protocol KafkaMessage: WireStructure {
    static var apiKey: APIKey { get }
    /// The versions that can be read and written. What a broker shows to clients is `SupportedVersions`.
    static var versions: ClosedRange<Int16> { get }
    /// The first version with compact lengths and tagged fields (KIP-482); `Int16.max` when there is none.
    static var firstFlexibleVersion: Int16 { get }
    /// How many bytes the message's `bytes` and `records` fields hold: what a writer should make room for.
    var payloadBytes: Int { get }
}

/// A request, which knows the type of its answer.
package protocol KafkaRequest: KafkaMessage {
    associatedtype Response: KafkaMessage
}

extension KafkaMessage {
    package var payloadBytes: Int { 0 }

    static func requireSupported(_ version: Int16) throws(WireError) {
        guard versions.contains(version) else { throw .unsupportedVersion(apiKey: apiKey, version: version) }
    }
}
