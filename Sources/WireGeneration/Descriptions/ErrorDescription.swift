import Foundation

/// One error code of the protocol, as Specs/kafka/errors.json describes it.
package struct ErrorDescription: Equatable, Sendable {
    package var code: Int16
    /// Kafka's name: `TOPIC_ALREADY_EXISTS`.
    package var name: String
    package var isRetriable: Bool
    package var message: String
}

/// The file's errors, checked to be without gaps and in order.
package func parseErrorDescriptions(_ data: Data, file: String) throws(DescriptionError) -> [ErrorDescription] {
    var root = try JSONObject(try JSONValue.parse(data, file: file), place: file)
    var errors: [ErrorDescription] = []
    for value in try root.required(root.array("errors"), "errors") {
        var object = try JSONObject(value, place: "\(file): after \(errors.last?.name ?? "the beginning")")
        let code = try object.required(object.integer("code"), "code")
        let name = try object.required(object.string("name"), "name")
        let isRetriable = try object.bool("retriable") ?? false
        let message = try object.required(object.string("message"), "message")
        try object.finish()
        guard let code = Int16(exactly: code), errors.isEmpty || code == (errors.last?.code ?? 0) + 1 else {
            throw object.error("code \(code) does not follow the one before")
        }
        errors.append(ErrorDescription(code: code, name: name, isRetriable: isRetriable, message: message))
    }
    try root.finish()
    return errors
}
