/// What precedes every response.
package struct ResponseHeader: Sendable, Equatable {
    package var correlationId: Int32

    package init(correlationId: Int32) {
        self.correlationId = correlationId
    }

    /// Reads the header, and leaves the reader at the response.
    ///
    /// - Parameter apiVersion: the version of the request that is answered.
    package init<Message: KafkaMessage>(
        from reader: inout WireReader, of _: Message.Type, apiVersion: Int16
    ) throws(WireError) {
        correlationId = try reader.readInt32()
        if Self.isFlexible(Message.self, apiVersion) { try reader.skipTaggedFields() }
    }

    package func write<Message: KafkaMessage>(to writer: inout WireWriter, of _: Message.Type, apiVersion: Int16) {
        writer.writeInt32(correlationId)
        if Self.isFlexible(Message.self, apiVersion) { writer.writeNoTaggedFields() }
    }

    /// ApiVersions is answered without tagged fields in all versions: the client cannot know yet which
    /// header the broker would write (KIP-511).
    private static func isFlexible<Message: KafkaMessage>(_: Message.Type, _ apiVersion: Int16) -> Bool {
        Message.apiKey != .apiVersions && apiVersion >= Message.firstFlexibleVersion
    }
}
