import ContractModel

/// Numbers as ranges: what is reserved, what is open to extensions. Built in n log n, asked in log n.
struct ProtobufNumberSet {
    /// In order, with gaps between them.
    private(set) var ranges: [ClosedRange<Int32>] = []

    init(_ unordered: some Sequence<ClosedRange<Int32>>) {
        for range in unordered.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = ranges.last, Int64(range.lowerBound) <= Int64(last.upperBound) + 1 {
                ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                ranges.append(range)
            }
        }
    }

    func contains(_ number: Int32) -> Bool { covers(number...number) }

    func covers(_ range: ClosedRange<Int32>) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low > 0 && ranges[low - 1].upperBound >= range.upperBound
    }
}

extension ClosedRange<Int32> {
    /// As a .proto file has it: `5`, `5 to 7`.
    var protobufText: String {
        lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)"
    }
}
