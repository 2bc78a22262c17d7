import Foundation

/// Each case in turn, round after round, so that what the machine does besides falls on all alike. A line a case: name, then
/// nanoseconds a round.
func time(_ cases: [Case], rounds: Int) throws {
    let counts = try cases.map { one in
        try one.run(200)
        let took = try threadTime { try one.run(200) } / 200
        return max(20, Int(5_000_000 / max(took, 1)))
    }
    var times = [[Double]](repeating: [], count: cases.count)
    for _ in 0..<rounds {
        for (index, one) in cases.enumerated() {
            let count = counts[index]
            times[index].append(try threadTime { try one.run(count) } / Double(count))
        }
    }
    for (one, times) in zip(cases, times) { print(one.name, times.map { String(format: "%.1f", $0) }.joined(separator: " "), separator: "\t") }
}

/// Nanoseconds of processor time.
private func threadTime(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
    let start = now()
    try body()
    return now() - start
}
