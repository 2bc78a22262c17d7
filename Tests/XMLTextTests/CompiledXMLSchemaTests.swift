import Testing
import XMLText

struct CompiledXMLSchemaTests {
    private let schema = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:include schemaLocation="/etc/passwd"/>
          <xs:element name="order" type="orderType"/>
        </xs:schema>
        """
    private let types = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
          <xs:complexType name="orderType"><xs:attribute name="n" type="xs:int"/></xs:complexType>
        </xs:schema>
        """

    @Test func `what is included is what was handed in`() throws {
        let (compiled, problems) = CompiledXMLSchema.compile([
            .init(bytes: Array(schema.utf8), targets: [1]), .init(bytes: Array(types.utf8), targets: []),
        ])
        #expect(problems.isEmpty)
        let found = try #require(compiled)
        #expect(found.validate(Array("<order n='1'/>".utf8)).verdict == .valid)
        let (verdict, told) = found.validate(Array("<order n='x'/>".utf8))
        #expect(verdict == .invalid && told.count == 1 && told.first?.place.bytes == 0..<14)
        let hinted = "<order xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='u file:///etc/passwd' n='1'/>"
        #expect(found.validate(Array(hinted.utf8)).verdict == .valid)
        #expect(found.validate(Array("<order".utf8)).verdict == .invalid)
    }

    @Test func `a mistake in an included text is told there`() throws {
        let wrong = types.replacing("xs:int", with: "xs:integre")
        let (compiled, problems) = CompiledXMLSchema.compile([
            .init(bytes: Array(schema.utf8), targets: [1]), .init(bytes: Array(wrong.utf8), targets: []),
        ])
        #expect(compiled == nil)
        let problem = try #require(problems.first { $0.isError })
        #expect(problem.source == 1 && problem.place.line == 2 && problem.place.bytes != nil)
    }

    @Test func `an include without a target is an error, not a file that is read`() {
        #expect(CompiledXMLSchema.compile([.init(bytes: Array(schema.utf8), targets: [nil])]).schema == nil)
    }

    @Test func `many threads validate with one schema`() async throws {
        let compiled = try #require(
            CompiledXMLSchema.compile([
                .init(bytes: Array(schema.utf8), targets: [1]), .init(bytes: Array(types.utf8), targets: []),
            ]).schema)
        let wrong = await withTaskGroup(of: Int.self) { group in
            for seed in 0..<8 {
                group.addTask {
                    (0..<500).count { turn in
                        let isValid = (turn + seed) % 2 == 0
                        let document = "<order n='\(isValid ? "1" : "x")'/>"
                        return (compiled.validate(Array(document.utf8)).verdict == .valid) != isValid
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }
}
