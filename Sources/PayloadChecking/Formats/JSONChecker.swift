import BrokerCore
import ContractModel
import LocatedJSON

/// JSON text, right behind the schema's id.
struct JSONChecker: PayloadChecker {
    let schema: JSONSchema

    func problem(in payload: FramedPayload) -> String? {
        let node: JSONNode
        do {
            node = try parseJSONPayload(Array(payload.payload))
        } catch {
            return "it is not JSON: \(error.diagnostic.message)"
        }
        // A broker has others to serve: what takes longer than this for its size is refused as undecided.
        var limits = JSONSchemaLimits()
        limits.maximumWork = 50_000 + 200 * payload.payload.count
        limits.maximumViolations = 1
        do {
            if try schema.isValid(node, limits: limits) { return nil }
        } catch {
            return error.message
        }
        guard case .invalid(let violations) = schema.validate(node, limits: limits), let first = violations.first else {
            return "it does not meet the schema"
        }
        return first.instance.tokens.isEmpty ? first.message : "\(first.message) at '\(first.instance.text)'"
    }
}

func makeJSONChecker(_ registered: RegisteredSchema) -> any PayloadChecker {
    var references: [String: JSONNode] = [:]
    for (name, file) in registered.references.sorted(by: { $0.key < $1.key }) {
        let (root, diagnostics) = parseJSON(file)
        if let unreadable = UnreadableSchema(diagnostics) { return unreadable }
        references[name] = root
    }
    let (schema, diagnostics) = compileJSONSchema(registered.text, references: references)
    guard let schema else { return UnreadableSchema(diagnostics) ?? UnreadableSchema(reason: "it is no JSON Schema") }
    return JSONChecker(schema: schema)
}
