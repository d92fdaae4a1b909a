import Testing

@testable import HearsayCommand

@Suite struct InOrderTests {
  @Test(arguments: [0, 1, 2, 500]) func valuesAreTakenInOrder(_ count: Int) {
    let taken = inOrder(count: count, from: [Int]()) { number in
      // Unequal work, so that later ones are ready first.
      (0..<((number * 7919) % 1000)).reduce(number) { sum, _ in sum }
    } take: { taken, value in
      taken.append(value)
    }
    #expect(taken == Array(0..<count))
  }
}
