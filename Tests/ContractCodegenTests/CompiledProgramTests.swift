import CompiledCodecs
import Testing

@Suite struct CompiledProgramTests {
    @Test func `a program is compiled against the runtime and answers line by line`() throws {
        let program = try CompiledProgram(sources: [
            "main.swift": """
            import HeddleRuntime
            var writer = ByteWriter()
            while let line = readLine() {
                writer.removeAll()
                writer.append(Array(line.utf8))
                print(writer.copyBytes().count)
            }
            """
        ])
        defer { program.remove() }
        #expect(try program.run(lines: ["abc", ""]) == ["3", "0"])
    }

    @Test func `a warning is a failure`() {
        #expect(throws: CompiledProgram.Failure.self) { try CompiledProgram(sources: ["main.swift": "func f() { var never = 3; print(never) }"]) }
    }
}
