/// Cases of outside sets of quantities that Hearsay reads otherwise on purpose, with the reason; `OutsideQuantityTests` holds that these
/// are all.
///
/// A case is the id of the record and the number of the span in it. The sets and their licences: Recognizers-Text (MIT), quantulum3
/// (MIT), Duckling (BSD-3-Clause).
enum DeclinedQuantityCases {
  static let all: [(reason: String, cases: [String])] = [
    (
      "a number of a net address, telephone number or date is no quantity of its own: the whole is one exempt figure",
      [
        "Number-NumberModel-1:0", "Number-NumberModel-1:1", "Number-NumberModel-1:2", "Number-NumberModel-1:3",
        "Number-NumberModel-140:0", "Number-NumberModel-140:1", "Number-NumberModel-143:0", "Number-NumberModel-143:1",
        "Number-NumberModel-143:2", "Number-NumberModel-144:0", "Number-NumberModel-144:1", "Number-NumberModel-144:2",
        "Number-NumberModel-144:3", "duckling-Numeral-509:0", "NumberWithUnit-DimensionModel-52:0",
      ]
    ),
    (
      "a range has two ends; the set asks for their mean",
      [
        "quantities-5:0", "quantities-5:1", "quantities-23:1", "quantities-24:0", "quantities-26:2", "quantities-29:0",
        "quantities-89:0", "quantities-90:0", "quantities-91:0", "quantities-92:0", "quantities-93:0",
        "quantities-94:0",
        "quantities-95:0", "quantities-96:0", "quantities-100:0",
      ]
    ),
    (
      "a range has two ends; the set asks for one of them, or for one without its scale",
      [
        "NumberWithUnit-AgeModel-15:0", "NumberWithUnit-DimensionModel-10:0", "NumberWithUnit-DimensionModel-39:0",
        "duckling-AmountOfMoney-179:0",
      ]
    ),
    (
      "the value is of the unit that is written; the set turns it into grams",
      [
        "duckling-Quantity-619:0", "duckling-Quantity-622:0", "duckling-Quantity-623:0", "duckling-Quantity-624:0",
        "duckling-Quantity-625:0", "duckling-Quantity-626:0", "duckling-Quantity-627:0", "duckling-Quantity-628:0",
        "duckling-Quantity-642:0", "duckling-Quantity-643:0", "duckling-Quantity-644:0", "duckling-Quantity-653:0",
      ]
    ),
    (
      "feet and inches count in inches, which loses nothing; another set asks for that too, this one for feet",
      [
        "NumberWithUnit-DimensionModel-61:0", "NumberWithUnit-DimensionModel-62:0",
        "NumberWithUnit-DimensionModel-63:0",
        "NumberWithUnit-DimensionModel-64:0",
      ]
    ),
    (
      "a metre and a foot, or a kilometre and a mile, are two lengths",
      ["duckling-Distance-358:0", "duckling-Distance-359:0", "duckling-Distance-362:0"]
    ),
    (
      "a dozen is twelve, a gross 144, three dimes 30 cents; the set counts dozens, grosses and dimes",
      ["quantities-51:0", "quantities-52:0", "quantities-52:2", "quantities-52:4", "quantities-57:0"]
    ),
    (
      "words that people read another way: 130 fifths are 26, one million is said before its fifths",
      [
        "Number-NumberModel-70:0", "Number-NumberModel-84:0", "Number-NumberModel-102:0", "Number-NumberModel-107:0",
        "Number-NumberModel-110:0", "Number-NumberModel-126:0",
      ]
    ),
    (
      "two quantities that the set joins, or one that it parts",
      [
        "NumberWithUnit-CurrencyModel-99:0", "NumberWithUnit-CurrencyModel-102:0", "NumberWithUnit-CurrencyModel-103:0",
        "NumberWithUnit-CurrencyModel-124:1", "Number-NumberRangeModel-5:0", "Number-NumberRangeModel-58:0",
        "duckling-AmountOfMoney-88:0",
      ]
    ),
    (
      "letters that mean something else to most readers: 3k is three thousand, 30 l are litres, Kr is a krone",
      ["duckling-Distance-329:0", "duckling-Numeral-538:0", "duckling-Numeral-578:0"]
    ),
    (
      "a unit named without an amount, inside another or as a bare symbol",
      ["NumberWithUnit-DimensionModel-86:0", "NumberWithUnit-DimensionModel-87:1"]
    ),
  ]
}
