/// Does something, and waits for it no longer than `limit`: what hangs, and does not even listen to being cancelled, is left behind.
///
/// Returns at once when the caller is cancelled.
///
/// - Parameter onLate: given what came after nobody listened any more.
func within<Value: Sendable, Failure: Error & Sendable>(
    _ limit: Duration, orElse failure: Failure, onLate: @escaping @Sendable (Value) -> Void = { _ in },
    _ work: @escaping @Sendable () async throws(Failure) -> Value
) async -> Result<Value, Failure> {
    // The first that gets in is the outcome.
    let (outcomes, outcome) = AsyncStream.makeStream(of: Result<Value, Failure>.self, bufferingPolicy: .bufferingOldest(1))
    let worker = Task {
        let result: Result<Value, Failure>
        do throws(Failure) {
            result = .success(try await work())
        } catch {
            result = .failure(error)
        }
        switch outcome.yield(result) {
        case .enqueued: break
        default: if case .success(let value) = result { onLate(value) }
        }
    }
    let timer = Task {
        do { try await Task.sleep(for: limit) } catch { return }
        outcome.yield(.failure(failure))
    }
    defer {
        outcome.finish()
        worker.cancel()
        timer.cancel()
    }
    for await result in outcomes { return result }
    return .failure(failure)
}
