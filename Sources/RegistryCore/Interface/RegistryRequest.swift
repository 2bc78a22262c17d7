/// An HTTP request to the registry, as it came.
package struct RegistryRequest: Sendable {
    /// In capitals.
    package var method: String
    /// With percent signs, without the query: `/subjects/a%2Fb/versions`.
    package var path: String
    /// What stands behind the question mark, with percent signs.
    package var query: String
    package var body: [UInt8]

    package init(method: String, path: String, query: String = "", body: [UInt8] = []) {
        self.method = method
        self.path = path
        self.query = query
        self.body = body
    }

    /// - Parameter target: path and query as in the request line.
    package init(_ method: String, _ target: String, body: String = "") {
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(
            method: method, path: String(parts[0]), query: parts.count > 1 ? String(parts[1]) : "", body: Array(body.utf8))
    }
}

/// What a request is answered with, and what has to be in the log before the answer is sent.
package struct RegistryAnswer: Sendable {
    package var status: Int
    /// JSON, but for the texts of schemas that are asked for alone, which are what the schema is.
    package var body: String
    /// In this order, all or none.
    package var records: [RegistryRecord]

    package init(status: Int = 200, body: String, records: [RegistryRecord] = []) {
        self.status = status
        self.body = body
        self.records = records
    }

    init(_ body: JSONOutput, records: [RegistryRecord] = []) {
        self.init(body: body.text, records: records)
    }

    package init(_ error: RegistryError) {
        let body = JSONOutput.object([("error_code", .integer(error.code)), ("message", .string(error.message))])
        self.init(status: error.status, body: body.text)
    }
}
