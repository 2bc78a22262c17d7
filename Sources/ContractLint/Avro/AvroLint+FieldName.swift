import ContractModel

extension AvroLint {
    /// `orderId` and `order_id` are both at home; a capital in front is neither.
    mutating func checkFieldName(_ field: AvroField) {
        guard let first = field.name.utf8.first, NameForm.isCapital(first) else { return }
        findings.add(.avroFieldName, "fields have names that begin with a small letter, unlike '\(field.name)'", at: field.range)
    }
}
