import BrokerCore
import XSDModel

/// A document's text, right behind the schema's id.
struct XSDChecker: PayloadChecker {
    let schema: XSDSchema

    func problem(in payload: FramedPayload) -> String? { schema.validate(Array(payload.payload)).first?.message }
}

func makeXSDChecker(_ registered: RegisteredSchema) -> any PayloadChecker {
    let (schema, diagnostics) = loadXSD(file: registered.text, references: registered.references)
    guard let schema else { return UnreadableSchema(diagnostics) ?? UnreadableSchema(reason: "it is no XML Schema") }
    return XSDChecker(schema: schema)
}
