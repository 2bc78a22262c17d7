import Diagnostics

/// `<<`, plain and untagged or tagged as a merge (https://yaml.org/type/merge.html).
func isMergeKey(_ key: YAMLNode) -> Bool {
    guard case .scalar(let scalar) = key.content, scalar.style == .plain, scalar.text.utf8.count == 2, scalar.text == "<<" else {
        return false
    }
    return key.tag == nil || key.tag == "!!merge"
}

/// Replaces each merge key by the entries that it brings.
///
/// A key written in the mapping itself wins over a merged one, an earlier merged mapping over a later. Merged entries
/// keep the ranges of where they were written; their values' `aliasRange` is the alias after `<<`.
func mergeKeys(in written: [YAMLEntry], reporting log: inout DiagnosticLog) -> [YAMLEntry] {
    var keys = Set(written.compactMap { isMergeKey($0.key) ? nil : $0.key.scalar?.text })
    var entries: [YAMLEntry] = []
    for entry in written {
        guard isMergeKey(entry.key) else {
            entries.append(entry)
            continue
        }
        for mapping in mergedMappings(entry, reporting: &log) {
            for var merged in mapping.mapping ?? [] {
                if let key = merged.key.scalar?.text, !keys.insert(key).inserted { continue }
                if merged.value.aliasRange == nil, let alias = mapping.aliasRange ?? entry.value.aliasRange {
                    merged.value.aliasRange = alias
                }
                entries.append(merged)
            }
        }
    }
    return entries
}

/// The mapping, or the list of mappings, behind `<<`.
private func mergedMappings(_ entry: YAMLEntry, reporting log: inout DiagnosticLog) -> [YAMLNode] {
    switch entry.value.content {
    case .mapping: return [entry.value]
    case .sequence(let elements):
        return elements.filter { element in
            if case .mapping = element.content { return true }
            log.append(mergeNotAMapping(element, key: entry.key))
            return false
        }
    case .scalar:
        log.append(mergeNotAMapping(entry.value, key: entry.key))
        return []
    }
}

/// Entries without those whose scalar key was there before, each of which is reported.
///
/// Keys are compared as text, `1` and `"1"` alike: what reads a mapping here asks for keys by text.
func withoutDuplicates(_ entries: [YAMLEntry], reporting log: inout DiagnosticLog) -> [YAMLEntry] {
    let duplicates = entries.count <= 12 ? duplicatesAmongFew(entries) : duplicatesAmongMany(entries)
    if duplicates.isEmpty { return entries }
    for (index, first) in duplicates {
        log.append(duplicateKey(entries[index].key, first: entries[first].key))
    }
    let dropped = Set(duplicates.map(\.index))
    return entries.indices.filter { !dropped.contains($0) }.map { entries[$0] }
}

private func duplicatesAmongFew(_ entries: [YAMLEntry]) -> [(index: Int, first: Int)] {
    var duplicates: [(index: Int, first: Int)] = []
    for index in entries.indices.dropFirst() {
        guard case .scalar(let key) = entries[index].key.content else { continue }
        for first in 0..<index {
            if case .scalar(let other) = entries[first].key.content, other.text == key.text {
                duplicates.append((index, first))
                break
            }
        }
    }
    return duplicates
}

private func duplicatesAmongMany(_ entries: [YAMLEntry]) -> [(index: Int, first: Int)] {
    var duplicates: [(index: Int, first: Int)] = []
    var firsts = [String: Int](minimumCapacity: entries.count)
    for index in entries.indices {
        guard case .scalar(let key) = entries[index].key.content else { continue }
        if let first = firsts[key.text] {
            duplicates.append((index, first))
        } else {
            firsts[key.text] = index
        }
    }
    return duplicates
}
