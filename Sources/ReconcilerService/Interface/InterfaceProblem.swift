import PlanFiles

/// Why a request is not answered with what it asked for, as RFC 9457 has it told.
struct InterfaceProblem: Error, Equatable {
    var status: Int
    /// One sentence; nothing that the client did not say itself.
    var detail: String
    /// For 405.
    var allow: [String]?

    init(_ status: Int, _ detail: String, allow: [String]? = nil) {
        self.status = status
        self.detail = detail
        self.allow = allow
    }

    var title: String {
        switch status {
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 413: "Content Too Large"
        case 415: "Unsupported Media Type"
        case 503: "Service Unavailable"
        default: "Internal Server Error"
        }
    }

    var answer: InterfaceAnswer {
        let body = JSONValue.record(
            ("type", .string("about:blank")), ("title", .string(title)), ("status", .number(status)), ("detail", .string(detail)))
        var answer = InterfaceAnswer(status: status, type: "application/problem+json", body: body.readableText)
        if let allow { answer.allow = allow.joined(separator: ", ") }
        return answer
    }
}

struct InterfaceAnswer {
    var status = 200
    var type: String
    var body: [UInt8]
    var allow: String?

    init(status: Int = 200, type: String, body: [UInt8]) {
        self.status = status
        self.type = type
        self.body = body
    }

    init(_ document: JSONValue, status: Int = 200) {
        self.init(status: status, type: "application/json", body: document.readableText)
    }
}
