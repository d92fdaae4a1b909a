/// Last words of the names of countries, and capitals that stand for a government: what says something there is an organisation.
///
/// Names that are given names as well are left out.
enum CountryNames {
  static let list =
    """
    afghanistan albania algeria andorra angola ankara arabia argentina armenia australia austria azerbaijan bahrain
    bangladesh barbados beijing belarus belgium belize benin berlin bhutan bolivia botswana brazil britain brunei
    brussels bulgaria burundi cambodia cameroon canada canberra catalonia chile china colombia congo croatia cuba
    cyprus czechia denmark djibouti ecuador egypt england eritrea estonia eswatini ethiopia fiji finland france gabon
    gambia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran
    iraq ireland israel italy jamaica japan kazakhstan kenya kiribati korea kosovo kuwait kyiv kyrgyzstan lanka laos
    latvia lebanon lesotho liberia libya liechtenstein lithuania london luxembourg madagascar malawi malaysia maldives
    mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco moscow mozambique
    myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman ottawa pakistan palau palestine panama
    paraguay paris peru philippines poland portugal pyongyang qatar romania russia rwanda samoa scotland senegal seoul
    serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taipei taiwan
    tajikistan tanzania tehran thailand togo tokyo tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay
    uzbekistan vanuatu venezuela vietnam wales washington yemen zambia zealand zimbabwe
    """
}
