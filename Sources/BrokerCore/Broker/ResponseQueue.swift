import DequeModule
import KafkaWire
import NIOCore

/// The requests of one connection that have not been answered yet, oldest first.
///
/// Answers are found in any order (a fetch may wait long) and must leave in the order of the requests.
struct ResponseQueue {
    /// How a request's answer must be encoded.
    struct Envelope {
        var apiKey: APIKey
        var version: Int16
        var correlationID: Int32
    }

    private enum Answer {
        case pending
        case ready(ByteBuffer)
        /// Produce with acks=0 is not answered at all.
        case silent
    }

    private var slots: Deque<(envelope: Envelope, answer: Answer)> = []
    private var firstSequence: UInt64 = 0

    var count: Int { slots.count }

    mutating func open(_ envelope: Envelope) -> UInt64 {
        slots.append((envelope, .pending))
        return firstSequence + UInt64(slots.count) - 1
    }

    func envelope(of sequence: UInt64) -> Envelope? {
        slots.indices.contains(index(of: sequence)) ? slots[index(of: sequence)].envelope : nil
    }

    /// Gives the answer of a request; nil is none. A request that is answered already stays as it is.
    mutating func complete(_ sequence: UInt64, with response: ByteBuffer?) {
        let index = index(of: sequence)
        guard slots.indices.contains(index), case .pending = slots[index].answer else { return }
        slots[index].answer = response.map { .ready($0) } ?? .silent
    }

    /// Takes the next response that may leave.
    mutating func popReady() -> ByteBuffer? {
        while let first = slots.first {
            switch first.answer {
            case .pending:
                return nil
            case .silent:
                advance()
            case .ready(let response):
                advance()
                return response
            }
        }
        return nil
    }

    private mutating func advance() {
        slots.removeFirst()
        firstSequence += 1
    }

    private func index(of sequence: UInt64) -> Int {
        sequence < firstSequence ? -1 : Int(sequence - firstSequence)
    }
}
