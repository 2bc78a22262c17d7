#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif
import Foundation
import Metrics

/// What this process takes of the machine, under the names that Prometheus' own clients use.
struct ProcessMetrics {
    static let descriptions: [MetricDescription] = [
        .init(.counter, "process_cpu_seconds_total", "Time that the processors spent on this process, in seconds."),
        .init(.gauge, "process_resident_memory_bytes", "Memory of this process that is in use."),
        .init(.gauge, "process_start_time_seconds", "When the process began, in seconds since 1970."),
    ]

    #if canImport(Glibc)
    private static let ourselves = __rusage_who_t(RUSAGE_SELF.rawValue)
    #else
    private static let ourselves = RUSAGE_SELF
    #endif

    private let startedAt = Date().timeIntervalSince1970
    private var counted = 0.0

    mutating func measure(into registry: PrometheusRegistry) {
        var usage = rusage()
        if getrusage(Self.ourselves, &usage) == 0 {
            let spent = seconds(usage.ru_utime) + seconds(usage.ru_stime)
            FloatingPointCounter(label: "process_cpu_seconds_total", factory: registry).increment(by: spent - counted)
            counted = max(counted, spent)
        }
        if let resident = residentBytes() { Meter(label: "process_resident_memory_bytes", factory: registry).set(resident) }
        Meter(label: "process_start_time_seconds", factory: registry).set(startedAt)
    }

    private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    /// The second number of proc(5)'s statm, in pages; nil where there is no such file.
    private func residentBytes() -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ")
        guard numbers.count > 1, let pages = Int(numbers[1]) else { return nil }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
}
