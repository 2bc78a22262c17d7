/// What precedes every request: which API, which version, and the number that its response repeats.
package struct RequestHeader: Sendable, Equatable {
    package var apiKey: APIKey
    package var apiVersion: Int16
    package var correlationId: Int32
    /// What the client calls itself.
    package var clientId: String?

    package init(apiKey: APIKey, apiVersion: Int16, correlationId: Int32, clientId: String? = nil) {
        self.apiKey = apiKey
        self.apiVersion = apiVersion
        self.correlationId = correlationId
        self.clientId = clientId
    }

    /// Whether we can read the request that follows. If not, the header is good all the same: a broker answers
    /// an unknown version of ApiVersions with the body of version 0 and UNSUPPORTED_VERSION, and closes the
    /// connection over anything else.
    package var isSupported: Bool {
        SupportedVersions.of(apiKey)?.versions.contains(apiVersion) ?? false
    }

    /// Reads the header, and leaves the reader at the request.
    package init(from reader: inout WireReader) throws(WireError) {
        apiKey = APIKey(rawValue: try reader.readInt16())
        apiVersion = try reader.readInt16()
        correlationId = try reader.readInt32()
        // The client's name keeps the old encoding in all versions, so that it can be read whatever the API.
        clientId = try reader.readNullableString(flexible: false)
        // What follows in an unknown version is anyone's guess.
        if isSupported, isFlexible { try reader.skipTaggedFields() }
    }

    package func write(to writer: inout WireWriter) throws(WireError) {
        writer.writeInt16(apiKey.rawValue)
        writer.writeInt16(apiVersion)
        writer.writeInt32(correlationId)
        try writer.writeNullableString(clientId, flexible: false)
        if isFlexible { writer.writeNoTaggedFields() }
    }

    /// Version 2 of the header ends in tagged fields, version 1 does not.
    private var isFlexible: Bool {
        apiVersion >= SupportedVersions.of(apiKey)?.firstFlexibleVersion ?? .max
    }
}
