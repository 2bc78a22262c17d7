/// Which types lie in themselves, and so need indirection: enums as a whole, structs at the members on the way back.
///
/// - Parameter edges: for each type the types that it holds in place, by position.
/// - Returns: the edges on circles that go through structs alone, once enums on circles are indirect.
func findCircles(count: Int, edges: [[Int]], isEnum: [Bool]) -> (indirectEnums: Set<Int>, boxedEdges: Set<[Int]>) {
    let components = stronglyConnected(count: count, edges: edges)
    var sizes: [Int: Int] = [:]
    for component in components { sizes[component, default: 0] += 1 }
    func isOnCircle(_ node: Int, _ components: [Int], _ sizes: [Int: Int], _ edges: [[Int]]) -> Bool {
        sizes[components[node], default: 0] > 1 || edges[node].contains(node)
    }
    let indirect = Set((0..<count).filter { isEnum[$0] && isOnCircle($0, components, sizes, edges) })
    let left = edges.enumerated().map { indirect.contains($0.offset) ? [] : $0.element }
    let rest = stronglyConnected(count: count, edges: left)
    var boxed: Set<[Int]> = []
    for node in 0..<count {
        for target in left[node] where rest[node] == rest[target] { boxed.insert([node, target]) }
    }
    return (indirect, boxed)
}

/// The number of each node's component (Kosaraju's algorithm, on stacks of our own: schemas nest deeply).
private func stronglyConnected(count: Int, edges: [[Int]]) -> [Int] {
    var order: [Int] = []
    var isSeen = [Bool](repeating: false, count: count)
    for start in 0..<count where !isSeen[start] {
        isSeen[start] = true
        var stack = [(node: start, next: 0)]
        while let (node, next) = stack.last {
            if next < edges[node].count {
                stack[stack.count - 1].next += 1
                let target = edges[node][next]
                if !isSeen[target] {
                    isSeen[target] = true
                    stack.append((target, 0))
                }
            } else {
                order.append(node)
                stack.removeLast()
            }
        }
    }
    var backward = [[Int]](repeating: [], count: count)
    for (node, targets) in edges.enumerated() { for target in targets { backward[target].append(node) } }
    var components = [Int](repeating: -1, count: count)
    for start in order.reversed() where components[start] < 0 {
        components[start] = start
        var stack = [start]
        while let node = stack.popLast() {
            for target in backward[node] where components[target] < 0 {
                components[target] = start
                stack.append(target)
            }
        }
    }
    return components
}
