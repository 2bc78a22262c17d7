import Logging
import RegistryCore

/// The registry and its log: what has been read is applied in the log's order, and one request at a time is written.
actor RegistryKeeper {
    private var registry: Registry
    private let log: any SchemaLog
    private let logger: Logger
    private let onChange: @Sendable (RegistrySnapshot) async -> Void
    /// The last of those who were told, one after the other.
    private var telling: Task<Void, Never>?
    /// nil before anything was read.
    private var next: Int64?
    private var lastWrite: Task<Void, Never>?

    init(about: Registry.About, log: any SchemaLog, logger: Logger, onChange: @escaping @Sendable (RegistrySnapshot) async -> Void) {
        registry = Registry(about: about)
        self.log = log
        self.logger = logger
        self.onChange = onChange
    }

    /// Answers a request; what it changes is in the log by then.
    nonisolated func answer(_ request: RegistryRequest) async -> RegistryAnswer {
        // Reading, parsing and comparing are done on a copy, beside what others ask.
        let answer = await registry.answer(request)
        return answer.records.isEmpty ? answer : await write(request)
    }

    /// Reads the whole log. To be done before the first request.
    func load() async throws(SchemaLogError) {
        try await catchUp()
        await tell()
    }

    /// Tells what the registry holds, and waits until that has been taken in: who is answered may rely on it everywhere.
    private func tell() async {
        let (snapshot, previous, onChange) = (registry.snapshot, telling, onChange)
        let task = Task {
            await previous?.value
            await onChange(snapshot)
        }
        telling = task
        await task.value
    }

    /// Takes in what is new in the log.
    func look() async {
        do throws(SchemaLogError) {
            try await catchUp()
        } catch .isAnother {
            await reload()
        } catch {
            logger.warning("the log of schemas cannot be read: \(error)")
        }
    }

    private func write(_ request: RegistryRequest) async -> RegistryAnswer {
        let previous = lastWrite
        let task = Task {
            await previous?.value
            return await self.writeNow(request)
        }
        lastWrite = Task { _ = await task.value }
        return await task.value
    }

    private func writeNow(_ request: RegistryRequest) async -> RegistryAnswer {
        do throws(SchemaLogError) {
            try await catchUp()
            let copy = registry
            // Asked again: what was answered before may have been written by another in between.
            let answer = await Task { copy.answer(request) }.value
            guard !answer.records.isEmpty else { return answer }
            let end = try await log.append(answer.records.map(\.encoded))
            while next ?? 0 < end {
                let before = next
                try await catchUp()
                guard next != before else { throw .failed("what was written cannot be read back") }
            }
            // Another reading may have taken it in, and be telling it still.
            await telling?.value
            return answer
        } catch .tooLarge {
            return RegistryAnswer(.schemaTooLarge)
        } catch .timedOut(let reason) {
            logger.error("the log of schemas did not answer: \(reason)")
            return RegistryAnswer(.timedOut(reason))
        } catch {
            logger.error("the log of schemas cannot be written: \(error)")
            return RegistryAnswer(.storeFailed("\(error)"))
        }
    }

    private func catchUp() async throws(SchemaLogError) {
        let (records, end) = try await log.read(from: next)
        // Another reading may have been faster.
        let known = next ?? 0
        guard next == nil || end > known else { return }
        var isChanged = false
        for record in records where next == nil || record.offset >= known {
            if apply(record) { isChanged = true }
        }
        let isFirst = next == nil
        next = end
        if isChanged, !isFirst { await tell() }
    }

    private func apply(_ record: SchemaLogRecord) -> Bool {
        do throws(RecordProblem) {
            try registry.apply(try readRegistryRecord(key: record.key, value: record.value))
            return true
        } catch {
            logger.notice("offset \(record.offset) of the log of schemas is passed over: \(error.message)")
            return false
        }
    }

    /// The topic was made anew under the same name: what it says now is what holds.
    private func reload() async {
        logger.warning("the log of schemas is another than before, and is read from its start")
        do throws(SchemaLogError) {
            let (records, end) = try await log.read(from: nil)
            registry = Registry(about: registry.about)
            for record in records { _ = apply(record) }
            next = end
            await tell()
        } catch {
            logger.warning("the log of schemas cannot be read: \(error)")
        }
    }
}
