import Foundation
import Testing

struct `Formatting files in place` {
    @Test func `a link stays a link, permissions stay, and what is as it should be is not touched`() async throws {
        try await TemporaryMesh.with { mesh in
            try mesh.write("there/real.yaml", "b:   1\n")
            let real = mesh.folder.appendingPathComponent("there/real.yaml").path
            let link = mesh.folder.appendingPathComponent("link.yaml").path
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "there/real.yaml")
            let ended = try await Program.run(Program.heddle, ["fmt", "link.yaml"], in: mesh.folder)
            #expect(ended.status == 0 && ended.output == "link.yaml\n", "\(ended.everything)")
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "there/real.yaml")
            #expect(try String(contentsOfFile: real, encoding: .utf8) == "b: 1\n")
            let before = try FileManager.default.attributesOfItem(atPath: real)
            #expect((before[.posixPermissions] as? NSNumber)?.intValue == 0o640)
            #expect(try FileManager.default.contentsOfDirectory(atPath: mesh.folder.appendingPathComponent("there").path) == ["real.yaml"])
            let again = try await Program.run(Program.heddle, ["fmt", "there"], in: mesh.folder)
            #expect(again.status == 0 && again.output.isEmpty)
            let after = try FileManager.default.attributesOfItem(atPath: real)
            #expect(before[.systemFileNumber] as? NSNumber == after[.systemFileNumber] as? NSNumber)
        }
    }

    @Test func `a file that is no YAML is left as it is`() async throws {
        try await TemporaryMesh.with { mesh in
            try mesh.write("broken.yaml", "kind: Principal\nspec: { scram: { password: hunter2 }\n")
            let ended = try await Program.run(Program.heddle, ["fmt", "broken.yaml"], in: mesh.folder)
            #expect(ended.status == 1)
            #expect(try String(contentsOf: mesh.folder.appendingPathComponent("broken.yaml"), encoding: .utf8).hasPrefix("kind: Principal\nspec: {"))
        }
    }
}
