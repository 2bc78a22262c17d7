/// Something that is opened when first needed, once for all who ask at the same time, and again after it failed.
actor Opened<Value: Sendable> {
    private enum State {
        case not
        case opening(Task<Result<Value, HeddleClientError>, Never>)
        case open(Value)
        case closed
    }

    private let open: @Sendable () async throws(HeddleClientError) -> Value
    private var state = State.not

    init(_ open: @escaping @Sendable () async throws(HeddleClientError) -> Value) { self.open = open }

    func value() async throws(HeddleClientError) -> Value {
        switch state {
        case .open(let value): return value
        case .closed: throw HeddleClientError(.closed, "it is closed")
        case .opening(let task): return try await task.value.get()
        case .not: break
        }
        let task = Task { [open] in await Result { () async throws(HeddleClientError) in try await open() } }
        state = .opening(task)
        let result = await task.value
        if case .closed = state { throw HeddleClientError(.closed, "it is closed") }
        switch result {
        case .success(let value): state = .open(value)
        case .failure: state = .not
        }
        return try result.get()
    }

    /// What is open, or is just being opened, for the caller to close; nil the second time.
    func close() async -> Value? {
        let before = state
        state = .closed
        switch before {
        case .open(let value): return value
        case .opening(let task):
            task.cancel()
            return try? await task.value.get()
        case .not, .closed: return nil
        }
    }
}

extension Result {
    fileprivate init(_ body: () async throws(Failure) -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}
