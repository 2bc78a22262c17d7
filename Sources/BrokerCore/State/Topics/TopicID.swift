import Determinism
import KafkaWire

extension KafkaUUID {
    init(_ random: RandomID) {
        self.init(high: random.high, low: random.low)
    }
}
