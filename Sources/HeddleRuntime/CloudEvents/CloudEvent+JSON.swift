/// "JSON Event Format for CloudEvents", 1.0.2.
extension CloudEvent {
    /// The event as one JSON object. Data that is JSON stands in `data` as it is, text as a string, everything else in `data_base64`.
    public func json() throws(CloudEventError) -> [UInt8] {
        try validate()
        var text: [UInt8] = [UInt8(ascii: "{")]
        func name(_ name: String) {
            if text.count > 1 { text.append(UInt8(ascii: ",")) }
            text.appendJSON(name)
            text.append(UInt8(ascii: ":"))
        }
        func member(_ key: String, _ value: String?) {
            guard let value else { return }
            name(key)
            text.appendJSON(value)
        }
        member("specversion", Self.specificationVersion)
        member("id", id)
        member("source", source)
        member("type", type)
        member("datacontenttype", dataContentType)
        member("dataschema", dataSchema)
        member("subject", subject)
        member("time", time)
        for (key, value) in extensions.sorted(by: { $0.key < $1.key }) {
            name(key)
            if case .text(let value) = value { text.appendJSON(value) } else { text += Array(value.text.utf8) }
        }
        if let data {
            if isJSON, let _ = try? JSONText(data) {
                name("data")
                text += data
            } else if isText, let string = String(validating: data, as: UTF8.self) {
                member("data", string)
            } else {
                member("data_base64", base64(data))
            }
        }
        text.append(UInt8(ascii: "}"))
        return text
    }

    /// - Parameter bytes: one event; a batch is refused.
    public init(json bytes: [UInt8]) throws(CloudEventError) {
        let text: JSONText
        do throws(JSONText.Failure) {
            text = try JSONText(bytes)
        } catch {
            throw CloudEventError("the event's JSON \(error.message) at byte \(error.offset)")
        }
        guard case .object(let members) = text.content else { throw CloudEventError("the event's JSON is no object") }
        func string(_ name: String) throws(CloudEventError) -> String? {
            guard let member = text[name], !member.isNull else { return nil }
            guard let value = member.string else { throw CloudEventError(attribute: name, "is no string") }
            return value
        }
        func required(_ name: String) throws(CloudEventError) -> String {
            guard let value = try string(name) else { throw CloudEventError(attribute: name, "is missing") }
            return value
        }
        let version = try required("specversion")
        guard version == Self.specificationVersion else { throw CloudEventError(attribute: "specversion", "is '\(version)', not 1.0") }
        self.init(id: try required("id"), source: try required("source"), type: try required("type"))
        dataContentType = try string("datacontenttype")
        dataSchema = try string("dataschema")
        subject = try string("subject")
        time = try string("time")
        for (name, member) in members where !Self.ownNames.contains(name) && name != "data_base64" {
            switch member.content {
            case .null: continue
            case .string(let text): extensions[name] = .text(text)
            case .boolean(let truth): extensions[name] = .boolean(truth)
            case .number(let digits):
                guard let number = Int32(digits) else { throw CloudEventError(attribute: name, "is a number that is no integer of 32 bits") }
                extensions[name] = .integer(number)
            default: throw CloudEventError(attribute: name, "is no string, integer or boolean")
            }
        }
        data = try Self.data(of: text, bytes, isJSON: isJSON)
        try validate()
    }

    private static func data(of text: JSONText, _ bytes: [UInt8], isJSON: Bool) throws(CloudEventError) -> [UInt8]? {
        let encoded = text["data_base64"].flatMap { $0.isNull ? nil : $0 }
        if let encoded {
            guard text["data"] == nil else { throw CloudEventError("the event has both 'data' and 'data_base64'") }
            guard let string = encoded.string, let data = fromBase64(string) else { throw CloudEventError("the event's 'data_base64' is not base64") }
            return data
        }
        guard let data = text["data"] else { return nil }
        // A string is what it says where the content is not JSON; anything else is JSON whatever the content type says.
        if !isJSON, let string = data.string { return Array(string.utf8) }
        return data.isNull ? nil : Array(bytes[data.range])
    }
}
