import ContractCompatibility
import TestSupport
import Testing

struct JSONSchemaComparisonTests {
    @Test func `all differences are told, each where it stands`() throws {
        let found = try changes(
            #"{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"array","items":{"type":"number"}}}}"#,
            #"{"type":"object","properties":{"a":{"type":"null"},"b":{"type":"array","items":{"type":"number","maximum":3}}}}"#)
        #expect(found == ["type-changed #/properties/a !", "maximum-added #/properties/b/items/maximum !"])
    }

    @Test func `ranges lead to the keyword in both versions`() throws {
        let found = try compare(#"{"type":"string","maxLength": 12}"#, #"{"type":"string",  "maxLength": 9}"#)
        #expect(found.map { $0.oldRange?.text } == ["12"] && found.map { $0.newRange?.text } == ["9"])
        #expect(found.first?.message == "'maxLength' is lowered from 12 to 9")
    }

    @Test func `names are escaped in paths`() throws {
        let found = try changes(#"{"properties":{"a/b":{"type":"string"}}}"#, #"{"properties":{"a/b":{"type":"null"}}}"#)
        #expect(found == ["type-changed #/properties/a~1b !"])
    }

    @Test func `a schema that several places share is told for each`() throws {
        let old = ##"{"$defs":{"n":{"type":"string"}},"properties":{"a":{"$ref":"#/$defs/n"},"b":{"$ref":"#/$defs/n"}}}"##
        let found = try changes(old, old.replacing(#""string""#, with: #""null""#))
        #expect(found == ["type-changed #/properties/a !", "type-changed #/properties/b !"])
    }

    @Test func `recursive schemas end, and what differs in them is told once`() throws {
        let old =
            ##"{"$defs":{"n":{"type":"object","properties":{"next":{"$ref":"#/$defs/n"},"v":{"type":"integer"}}}},"$ref":"#/$defs/n"}"##
        #expect(try changes(old, old.replacing("integer", with: "number")) == ["type-extended #/properties/v"])
        #expect(try changes(old, old.replacing("integer", with: "string")) == ["type-changed #/properties/v !"])
    }

    @Test func `a recursive branch of a choice breaks where its inside does`() throws {
        let old =
            ##"{"$defs":{"t":{"anyOf":[{"type":"null"},{"type":"object","additionalProperties":false,"properties":{"l":{"$ref":"#/$defs/t"},"v":{"type":"number"}}}]}},"$ref":"#/$defs/t"}"##
        #expect(try breaks(old, old.replacing("number", with: "integer")))
        #expect(try !breaks(old.replacing("number", with: "integer"), old))
    }

    @Test func `the lenient policy lets properties be added to open objects and taken from closed ones`() throws {
        let (open, more) = (#"{"properties":{"a":{"type":"string"}}}"#, #"{"properties":{"a":{"type":"string"},"b":{"type":"string"}}}"#)
        #expect(try breaks(open, more) && !breaks(open, more, policy: .lenient))
        let close = { (text: String) in text.dropLast() + #","additionalProperties":false}"# }
        #expect(try breaks(String(close(more)), String(close(open))))
        #expect(try !breaks(String(close(more)), String(close(open)), policy: .lenient))
    }

    @Test func `a default makes a required property good, but not where a value must not match`() throws {
        let plain = #"{"type":"object","properties":{"a":{"type":"string","default":""}}}"#
        let required = #"{"type":"object","required":["a"],"properties":{"a":{"type":"string","default":""}}}"#
        #expect(try !breaks(plain, required))
        #expect(try breaks(#"{"not":\#(required)}"#, #"{"not":\#(plain)}"#))
    }

    @Test(arguments: [
        // A choice of types and a choice of schemas say the same.
        (#"{"type":["string","null"]}"#, #"{"anyOf":[{"type":"string"},{"type":"null"}]}"#),
        (#"{"anyOf":[{"type":"string"},{"type":"null"}]}"#, #"{"type":["string","null"]}"#),
        (#"{"type":["string","null"]}"#, #"{"oneOf":[{"type":"string"},{"type":"null"}]}"#),
        (#"{"anyOf":[{"type":"integer"},{"type":"number"}]}"#, #"{"type":"number"}"#),
        // A keyword of another type asks nothing.
        (#"{"type":"string"}"#, #"{"maximum":5}"#),
        // What the old bounds see to already.
        (#"{"minimum":5,"type":"number"}"#, #"{"exclusiveMinimum":4,"type":"number"}"#),
        (#"{"type":"integer"}"#, #"{"type":"integer","multipleOf":0.5}"#),
        (#"{"type":"string"}"#, #"{"type":"string","minLength":0}"#),
        (#"{"required":["a","b"]}"#, #"{"required":["a","b"],"dependentRequired":{"a":["b"]}}"#),
        // Moving to and from references, beside other keywords too.
        (#"{"type":"string","maxLength":3}"#, ##"{"$defs":{"s":{"type":"string"}},"$ref":"#/$defs/s","maxLength":3}"##),
        // Branches told apart by a constant.
        (
            #"{"oneOf":[{"required":["k"],"type":"object","properties":{"k":{"const":"a"}}}]}"#,
            #"{"oneOf":[{"required":["k"],"type":"object","properties":{"k":{"const":"b"}}},{"required":["k"],"type":"object","properties":{"k":{"const":"a"}}}]}"#
        ),
        (#"{"not":{"type":"number"}}"#, #"{"not":{"type":"integer"}}"#),
        (
            ##"{"$defs":{"b":{"properties":{"id":{"type":"string"}}}},"allOf":[{"$ref":"#/$defs/b"}],"unevaluatedProperties":false}"##,
            ##"{"$defs":{"b":{"properties":{"id":{"type":"string"}}}},"allOf":[{"$ref":"#/$defs/b"}],"properties":{"x":{"type":"null"}},"unevaluatedProperties":false}"##
        ),
    ])
    func `what surely takes all that was allowed is compatible`(_ old: String, _ new: String) throws {
        let found = try changes(old, new)
        #expect(!found.contains { $0.hasSuffix("!") }, "\(found)")
    }

    @Test(arguments: [
        // A name in `required` counts without an entry in `properties`.
        (#"{"type":"object"}"#, #"{"type":"object","required":["a"]}"#),
        (#"{"properties":{}}"#, #"{"type":"object","properties":{}}"#),
        // A pattern that does not match leaves the name free.
        (#"{"patternProperties":{"^s_":{"type":"string"}}}"#, #"{"patternProperties":{"^s_":{"type":"string"}},"properties":{"n":{"type":"number"}}}"#),
        (#"{"properties":{"s_a":{"type":"number"}},"additionalProperties":false}"#, #"{"properties":{"s_a":{"type":"number"}},"patternProperties":{"^s_":{"type":"string"}},"additionalProperties":false}"#),
        (#"{"type":"object","properties":{}}"#, #"{"type":"object","properties":{"a":true},"required":["a"]}"#),
        (#"{"exclusiveMaximum":5}"#, #"{"exclusiveMaximum":4}"#),
        (#"{"minimum":5}"#, #"{"exclusiveMinimum":5}"#),
        (#"{"oneOf":[{"type":"integer"}]}"#, #"{"oneOf":[{"type":"integer"},{"minimum":3}]}"#),
        (#"{"contains":{"type":"string"},"maxContains":1}"#, #"{"contains":{"type":["string","null"]},"maxContains":1}"#),
        (#"{"type":"string","format":"idn-email"}"#, #"{"type":"string","format":"email"}"#),
        (##"{"$defs":{"s":{"type":"string"}},"$ref":"#/$defs/s"}"##, ##"{"$defs":{"s":{"type":"string"}},"$ref":"#/$defs/s","maxLength":3}"##),
        (#"{"enum":["a"]}"#, #"{"const":"b"}"#),
        // What meets one of two branches that are alike meets both.
        (#"{"anyOf":[{"maximum":3},{"maximum":3}]}"#, #"{"oneOf":[{"maximum":3},{"maximum":3}]}"#),
        (#"true"#, #"false"#),
        (#"{"allOf":[{"properties":{"x":{"type":"string"}}}],"unevaluatedProperties":false}"#, #"{"allOf":[{"properties":{"x":{"type":"string"}}}],"properties":{"x":{"type":"null"}},"unevaluatedProperties":false}"#),
    ])
    func `what may refuse a value that was allowed breaks`(_ old: String, _ new: String) throws {
        #expect(try breaks(old, new))
    }
}
