/// The formats of strings that `format` names (2020-12, Validation 7.3).
package enum JSONSchemaFormat: String, Sendable, Hashable, CaseIterable {
    case dateTime = "date-time"
    case date, time, duration
    case email
    case idnEmail = "idn-email"
    case hostname
    case idnHostname = "idn-hostname"
    case ipv4, ipv6
    case uri
    case uriReference = "uri-reference"
    case iri
    case iriReference = "iri-reference"
    case uuid
    case uriTemplate = "uri-template"
    case jsonPointer = "json-pointer"
    case relativeJSONPointer = "relative-json-pointer"
    case regex

    /// Nil for a format that is not known, or was not yet in that draft: any string has it.
    init?(name: String, draft: JSONSchemaDraft) {
        guard let format = Self(rawValue: name) else { return nil }
        let since: JSONSchemaDraft =
            switch format {
            case .dateTime, .email, .hostname, .ipv4, .ipv6, .uri: .draft4
            case .uriReference, .uriTemplate, .jsonPointer: .draft6
            case .date, .time, .regex, .idnEmail, .idnHostname, .iri, .iriReference, .relativeJSONPointer: .draft7
            case .duration, .uuid: .draft2019
            }
        guard draft >= since else { return nil }
        self = format
    }

    package func holds(_ text: String) -> Bool {
        switch self {
        case .dateTime: isDateTime(text)
        case .date: isDate(text[...])
        case .time: isTime(text[...])
        case .duration: isDuration(text)
        case .email: isEmail(text, isInternational: false)
        case .idnEmail: isEmail(text, isInternational: true)
        case .hostname: isHostname(text)
        case .idnHostname: isInternationalHostname(text)
        case .ipv4: isIPv4(text[...])
        case .ipv6: isIPv6(text[...])
        case .uri: isURI(text, isInternational: false, isReference: false)
        case .uriReference: isURI(text, isInternational: false, isReference: true)
        case .iri: isURI(text, isInternational: true, isReference: false)
        case .iriReference: isURI(text, isInternational: true, isReference: true)
        case .uuid: isUUID(text)
        case .uriTemplate: isURITemplate(text)
        case .jsonPointer: JSONPointer(parsing: text) != nil
        case .relativeJSONPointer: isRelativeJSONPointer(text)
        case .regex: isPattern(text)
        }
    }

    /// As a sentence has it: "is not a date".
    var description: String {
        switch self {
        case .dateTime: "a date and time as RFC 3339 has them"
        case .date: "a date such as 2024-02-29"
        case .time: "a time such as 12:30:00Z"
        case .duration: "a duration such as P1DT12H"
        case .email, .idnEmail: "an e-mail address"
        case .hostname, .idnHostname: "a host name"
        case .ipv4: "an IPv4 address"
        case .ipv6: "an IPv6 address"
        case .uri: "a URI"
        case .uriReference: "a URI reference"
        case .iri: "an IRI"
        case .iriReference: "an IRI reference"
        case .uuid: "a UUID"
        case .uriTemplate: "a URI template"
        case .jsonPointer: "a JSON pointer"
        case .relativeJSONPointer: "a relative JSON pointer"
        case .regex: "a regular expression of ECMA-262"
        }
    }
}

private func isPattern(_ text: String) -> Bool {
    do throws(RegexProblem) {
        _ = try ECMARegex(text)
        return true
    } catch {
        return false
    }
}
