import Foundation
import RegistryCore
import RegistryService
import Synchronization
import TestSupport
import Testing

@Suite struct `Serving over HTTP` {
    @Test func `schemas are registered and read`() async throws {
        let log = MemorySchemaLog()
        try await serving(log) { serving async throws in
            #expect(try await serving.register("a%2Fb", "x").body["id"] == 1)
            #expect(try await serving.get("/subjects").body == ["a/b"])
            #expect(try await serving.get("/subjects/a%2Fb/versions/latest").body["version"] == 1)
            #expect(try await serving.get("/nothing").status == 404)
            #expect(try await serving.call("PUT", "/config", "{\"compatibility\":\"NONE\"}").status == 200)
        }
        #expect(log.isClosed)
        try await serving(log) { serving async throws in
            #expect(try await serving.get("/subjects/a%2Fb/versions").body == [1], "another service reads the same log")
            #expect(try await serving.get("/config").body["compatibilityLevel"] == "NONE")
        }
    }

    @Test func `an answer waits until the log has the record`() async throws {
        let log = MemorySchemaLog()
        try await serving(log) { serving async throws in
            log.hold()
            async let registered = serving.register("a", "x")
            #expect(try await eventually { log.heldCount == 1 })
            #expect(try await serving.get("/subjects").body == [], "what is not acknowledged is not told")
            log.release()
            #expect(try await registered.body["id"] == 1)
            #expect(try await serving.get("/subjects").body == ["a"])
        }
    }

    @Test func `many who write at once each get their own id, and the same schema is written once`() async throws {
        let log = MemorySchemaLog()
        try await serving(log) { serving async throws in
            let ids = try await withThrowingTaskGroup(of: JSONTree.self) { group in
                for number in 0..<20 { group.addTask { try await serving.register("s\(number)", "f\(number)").body["id"] } }
                for _ in 0..<10 { group.addTask { try await serving.register("same", "f") .body["id"] } }
                var found: [JSONTree] = []
                for try await id in group { found.append(id) }
                return found
            }
            #expect(log.count == 21)
            let numbers = ids.compactMap { if case .number(let id) = $0 { Int(id) } else { nil } }
            #expect(Set(numbers) == Set(1...21))
        }
    }

    @Test func `a log that fails is told, and nothing is taken for written`() async throws {
        let log = MemorySchemaLog()
        try await serving(log) { serving async throws in
            log.fail(next: .failed("no leader"), .tooLarge, .timedOut("30 s"))
            let failed = try await serving.register("a", "x")
            #expect(failed.status == 500 && failed.code == 50001)
            let large = try await serving.register("a", "x")
            #expect(large.status == 422 && large.code == 42209)
            let late = try await serving.register("a", "x")
            #expect(late.status == 500 && late.code == 50002)
            #expect(try await serving.get("/subjects").body == [])
            #expect(try await serving.register("a", "x").body["id"] == 1)
            log.fail(reading: .failed("gone"))
            #expect(try await serving.register("b", "y").code == 50001)
            #expect(try await serving.get("/subjects").body == ["a"], "what is known is told all the same")
            log.fail(reading: nil)
        }
    }

    @Test func `what others write is seen, what is not understood is passed over`() async throws {
        let log = MemorySchemaLog()
        log.write("{\"keytype\":\"NOOP\",\"magic\":0}", nil)
        log.write("nonsense", "nonsense")
        log.write(Self.key("old", 1), Self.value("old", 1, 7))
        try await serving(log, configuration(lookInterval: .milliseconds(20))) { serving async throws in
            #expect(try await serving.get("/schemas/ids/7").status == 200)
            log.write(Self.key("new", 1), Self.value("new", 1, 8))
            #expect(try await eventually { try await serving.get("/schemas/ids/8").status == 200 })
            #expect(try await serving.register("mine", "x").body["id"] == 9)
        }
    }

    @Test func `a writer sees what others wrote just before`() async throws {
        let log = MemorySchemaLog()
        try await serving(log) { serving async throws in
            log.write(Self.key("new", 1), Self.value("new", 1, 41))
            #expect(try await serving.register("mine", "x").body["id"] == 42)
        }
    }

    @Test func `a log that was made anew is read from its start`() async throws {
        let log = MemorySchemaLog()
        try await serving(log, configuration(lookInterval: .milliseconds(20))) { serving async throws in
            _ = try await serving.register("a", "x")
            _ = try await serving.register("b", "y")
            log.empty()
            #expect(try await eventually { try await serving.get("/subjects").body == [] })
            #expect(try await serving.register("c", "x").body["id"] == 1)
        }
    }

    @Test func `changes are told at the start and before each answer`() async throws {
        let log = MemorySchemaLog()
        log.write(Self.key("old", 1), Self.value("old", 1, 7))
        let seen = Mutex<[RegistrySnapshot]>([])
        try await serving(log, telling: { snapshot in seen.withLock { $0.append(snapshot) } }) { serving async throws in
            #expect(seen.withLock { $0.count } == 1 && seen.withLock { $0[0].isRegistered(id: 7, under: "old") })
            _ = try await serving.register("a", "x")
            #expect(seen.withLock { $0.count } == 2 && seen.withLock { $0[1].isRegistered(id: 8, under: "a") })
            _ = try await serving.register("a", "x")
            _ = try await serving.get("/subjects")
            #expect(seen.withLock { $0.count } == 2, "what changes nothing is not told")
        }
    }

    static func key(_ subject: String, _ version: Int) -> String {
        "{\"keytype\":\"SCHEMA\",\"subject\":\"\(subject)\",\"version\":\(version),\"magic\":1}"
    }

    static func value(_ subject: String, _ version: Int, _ id: Int) -> String {
        "{\"subject\":\"\(subject)\",\"version\":\(version),\"id\":\(id),\"schema\":\"{\\\"type\\\":\\\"fixed\\\",\\\"name\\\":\\\"F\(id)\\\",\\\"size\\\":1}\",\"deleted\":false}"
    }
}
