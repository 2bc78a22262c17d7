import BrokerLog
import Determinism
import Foundation
import KafkaWire
import NIOCore
import Testing

@testable import BrokerServer

@Suite final class `Files on a real disk` {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("storage-\(UUID().uuidString)").path

    init() throws {
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: root)
    }

    private func text(of file: any StorageFile) throws -> String {
        var buffer = ByteBuffer()
        let count = try file.read(100, at: 0, into: &buffer)
        #expect(count == buffer.readableBytes)
        return String(buffer: buffer)
    }

    @Test func `are made, written, read, cut and removed`() throws {
        let storage = FileStorage(root: root)
        try storage.createDirectory("a/b/c")
        try storage.createDirectory("a/b/c")
        let file = storage.file(at: "a/b/c/file")
        #expect(throws: StorageError(.notFound, operation: "open", path: "a/b/c/file")) { try file.size() }
        try file.create()
        try file.write(ByteBuffer(string: "hello "), then: ByteBuffer(string: "world"), at: 0)
        try file.write(ByteBuffer(string: "J"), then: nil, at: 0)
        #expect(try text(of: file) == "Jello world")
        var tail = ByteBuffer(string: ">")
        #expect(try file.read(5, at: 9, into: &tail) == 2)
        #expect(String(buffer: tail) == ">ld")
        #expect(try file.read(5, at: 99, into: &tail) == 0)
        try file.truncate(to: 5)
        try file.sync()
        #expect(try file.size() == 5)
        #expect(try storage.listDirectory("a/b/c") == [DirectoryEntry(name: "file", size: 5)])
        #expect(try storage.listDirectory("a/b") == [DirectoryEntry(name: "c", size: 0, isDirectory: true)])
        #expect(try storage.listDirectory("a/x") == nil)
        #expect(throws: StorageError.self) { try storage.removeDirectory("a/b") }
        try file.remove()
        try file.sync()
        try storage.syncDirectory("a/b/c")
        try storage.removeDirectory("a/b/c")
        #expect(storage.descriptors.openCount == 0)
    }

    @Test func `are empty after they are made again, and replaced by renaming`() throws {
        let storage = FileStorage(root: root)
        let file = storage.file(at: "one")
        try file.create()
        try file.write(ByteBuffer(string: "text"), then: nil, at: 0)
        try file.create()
        #expect(try file.size() == 0)
        let other = storage.file(at: "two")
        try other.create()
        try other.write(ByteBuffer(string: "two"), then: nil, at: 0)
        other.close()
        file.close()
        try storage.rename("two", to: "one")
        #expect(try text(of: storage.file(at: "one")) == "two")
        #expect(try storage.listDirectory(".")?.map(\.name) == ["one"])
    }

    @Test func `are open only so many at a time`() throws {
        let storage = FileStorage(root: root, maximumOpenFiles: 10)
        let files = try (0..<500).map { number in
            let file = storage.file(at: "f\(number)")
            try file.create()
            #expect(storage.descriptors.openCount <= 10)
            return file
        }
        for round in 0..<3 {
            for (number, file) in files.enumerated() {
                try file.write(ByteBuffer(string: "\(number) \(round);"), then: nil, at: Int64(round * 10))
                #expect(storage.descriptors.openCount <= 10)
            }
        }
        #expect(try text(of: files[123]).hasPrefix("123 0;"))
        for file in files { file.close() }
        #expect(storage.descriptors.openCount == 0)
    }

    @Test func `give their descriptor back when nobody holds them any more`() throws {
        let storage = FileStorage(root: root, maximumOpenFiles: 5)
        for number in 0..<100 {
            let file = storage.file(at: "f\(number)")
            try file.create()
        }
        #expect(storage.descriptors.openCount == 0)
    }

    @Test func `can be used by many threads while descriptors are few`() async throws {
        let storage = FileStorage(root: root, maximumOpenFiles: 3)
        let files = (0..<12).map { storage.file(at: "f\($0)") }
        for file in files { try file.create() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    var generator = SeededGenerator(seed: UInt64(worker))
                    for _ in 0..<300 {
                        let number = Int.random(in: 0..<files.count, using: &generator)
                        let file = files[number]
                        switch Int.random(in: 0..<4, using: &generator) {
                        case 0: file.close()
                        case 1: try file.sync()
                        case 2: try file.write(ByteBuffer(string: "file \(number)"), then: nil, at: 0)
                        default:
                            var buffer = ByteBuffer()
                            if try file.read(100, at: 0, into: &buffer) > 0 {
                                #expect(String(buffer: buffer) == "file \(number)")
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(storage.descriptors.openCount <= 12)
    }

    @Test func `keep a log and a journal over a restart`() throws {
        let configuration = LogConfiguration(segmentBytes: 2_000, retentionAge: nil)
        func open() throws -> PartitionLog {
            try PartitionLog.open(
                storage: FileStorage(root: root, maximumOpenFiles: 2), directory: "logs/t-0", configuration: configuration
            ).log
        }
        let log = try open()
        for index in 0..<100 {
            var builder = RecordBatchBuilder()
            builder.append(key: nil, value: ByteBuffer(string: "value \(index)"), timestamp: Int64(index))
            _ = try log.append(checkRecords(builder.finish(), rules: .init()), now: .epoch)
            if index % 10 == 0 { try log.flush() }
        }
        #expect(log.segmentCount > 3)
        try log.close()
        let again = try open()
        #expect(again.logEndOffset == 100)
        for offset in 0..<100 {
            let bytes = try again.read(from: Int64(offset), maxBytes: 1)
            var reader = try RecordReader(batchAt: bytes.readerIndex, in: bytes)
            #expect(try reader.next()?.value == ByteBuffer(string: "value \(offset)"))
        }
        #expect(try again.offset(forTimestamp: 42)?.offset == 42)
        try again.delete()
        #expect(try FileManager.default.contentsOfDirectory(atPath: root + "/logs").isEmpty)

        var journal = try Journal.open(storage: FileStorage(root: root), path: "meta.journal") { _ in }.journal
        try journal.append(ByteBuffer(string: "entry"))
        try journal.close()
        var entries: [String] = []
        journal = try Journal.open(storage: FileStorage(root: root), path: "meta.journal") { entries.append(String(buffer: $0)) }
            .journal
        #expect(entries == ["entry"])
    }

    @Test func `a name that is too long or a place that is not ours is an error that says so`() throws {
        let storage = FileStorage(root: root)
        let error = #expect(throws: StorageError.self) {
            try storage.file(at: String(repeating: "x", count: 300)).create()
        }
        #expect(error?.operation == "open")
        #expect(throws: StorageError(.notFound, operation: "open", path: "no/such/place")) {
            try storage.file(at: "no/such/place").create()
        }
        #expect(throws: StorageError(.notFound, operation: "unlink", path: "nothing")) {
            try storage.file(at: "nothing").remove()
        }
    }
}
