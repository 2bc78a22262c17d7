/// "Kafka Protocol Binding for CloudEvents", 1.0.2: an event as a record.
extension CloudEvent {
    /// The name of the header that says how a record is to be read, in both modes.
    public static let contentTypeHeader = "content-type"
    public static let structuredContentType = "application/cloudevents+json"

    public enum Mode: Sendable, Hashable { case binary, structured }

    /// Which of the modes a record is in; nil where it is no event.
    public static func mode(of headers: [RecordHeader]) -> Mode? {
        if headers.text(of: contentTypeHeader)?.lowercased().hasPrefix("application/cloudevents") == true { return .structured }
        return headers.contains { $0.name == "ce_specversion" } ? .binary : nil
    }

    /// Attributes as headers `ce_…`, data as the record's value: no copy of the data, and readers need not know of CloudEvents.
    ///
    /// - Throws: `CloudEventError` where the event is not valid.
    public func binaryMessage() throws(CloudEventError) -> (headers: [RecordHeader], value: [UInt8]?) {
        try validate()
        var headers = [
            RecordHeader("ce_specversion", text: Self.specificationVersion), RecordHeader("ce_id", text: id),
            RecordHeader("ce_source", text: source), RecordHeader("ce_type", text: type),
        ]
        if let dataSchema { headers.append(RecordHeader("ce_dataschema", text: dataSchema)) }
        if let subject { headers.append(RecordHeader("ce_subject", text: subject)) }
        if let time { headers.append(RecordHeader("ce_time", text: time)) }
        for (name, value) in extensions.sorted(by: { $0.key < $1.key }) { headers.append(RecordHeader("ce_\(name)", text: value.text)) }
        if let dataContentType { headers.append(RecordHeader(Self.contentTypeHeader, text: dataContentType)) }
        return (headers, data)
    }

    /// All of the event as the record's value, in JSON.
    public func structuredMessage() throws(CloudEventError) -> (headers: [RecordHeader], value: [UInt8]) {
        ([RecordHeader(Self.contentTypeHeader, text: Self.structuredContentType + "; charset=UTF-8")], try json())
    }

    /// From a record in either mode.
    public init(headers: [RecordHeader], value: [UInt8]?) throws(CloudEventError) {
        switch Self.mode(of: headers) {
        case nil: throw CloudEventError("the record is no event: it has neither a content type of CloudEvents nor a header 'ce_specversion'")
        case .binary: try self.init(binary: headers, value: value)
        case .structured:
            let contentType = headers.text(of: Self.contentTypeHeader) ?? ""
            let media = contentType.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)[0].trimmedOfBlanks.lowercased()
            guard media == Self.structuredContentType else {
                throw CloudEventError("the record is an event in the format '\(media)', which is not supported")
            }
            try self.init(json: value ?? [])
        }
    }

    private init(binary headers: [RecordHeader], value: [UInt8]?) throws(CloudEventError) {
        var attributes: [String: String] = [:]
        for header in headers where header.name.hasPrefix("ce_") {
            let name = String(header.name.dropFirst(3))
            guard let text = header.text else { throw CloudEventError(attribute: name, "has no value that is text") }
            guard attributes.updateValue(text, forKey: name) == nil else { throw CloudEventError(attribute: name, "is there twice") }
        }
        func required(_ name: String) throws(CloudEventError) -> String {
            guard let text = attributes.removeValue(forKey: name) else { throw CloudEventError(attribute: name, "is missing") }
            return text
        }
        let version = try required("specversion")
        guard version == Self.specificationVersion else { throw CloudEventError(attribute: "specversion", "is '\(version)', not 1.0") }
        self.init(id: try required("id"), source: try required("source"), type: try required("type"), data: value)
        dataSchema = attributes.removeValue(forKey: "dataschema")
        subject = attributes.removeValue(forKey: "subject")
        time = attributes.removeValue(forKey: "time")
        dataContentType = headers.text(of: Self.contentTypeHeader)
        extensions = attributes.mapValues(Value.text)
        try validate()
    }
}
