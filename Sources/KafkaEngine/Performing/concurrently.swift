/// Runs a body for each item, at most `width` at a time. Results are in the order of the items.
func concurrently<Item: Sendable, Result: Sendable>(
    _ items: [Item], width: Int, _ body: @escaping @Sendable (Item) async -> Result
) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
        var results = [Result?](repeating: nil, count: items.count)
        var started = 0
        func startNext() {
            guard started < items.count else { return }
            let index = started
            let item = items[index]
            started += 1
            group.addTask { (index, await body(item)) }
        }
        for _ in 0..<width { startNext() }
        while let (index, result) = await group.next() {
            results[index] = result
            startNext()
        }
        return results.compactMap { $0 }
    }
}
