/// Where to begin in a partition in which nothing has been committed, or whose committed offset is not there any more.
package enum StartPosition: Sendable, Hashable {
    case earliest
    case latest
    /// At the first record that is not older: milliseconds since 1970. Where there is none, at the end.
    case timestamp(Int64)
    /// Nowhere: it is an error.
    case none

    var asked: Int64? {
        switch self {
        case .earliest: -2
        case .latest: -1
        case .timestamp(let moment): moment
        case .none: nil
        }
    }
}
