"""What raw materials are called: most have their English name for a code."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from portal.texts import N_

_NAMED_BY_CODE: Final = (
    # Wood and what is made of it.
    N_("wood"), N_("birch"), N_("oak"), N_("oak veneer"), N_("pine"), N_("spruce"), N_("beech"),
    N_("acacia"), N_("teak"), N_("rubberwood"), N_("eucalyptus"), N_("bamboo"), N_("alder"),
    N_("mahogany"), N_("poplar"), N_("aspen"), N_("larch"), N_("linden"), N_("maple"), N_("walnut"),
    N_("cherry wood"), N_("balsa"), N_("paulownia"), N_("mango wood"), N_("meranti"), N_("ipe"),
    N_("robinia"), N_("hornbeam"), N_("cedar"), N_("Douglas fir"), N_("cypress"), N_("jatoba"),
    N_("iroko"), N_("sapele"), N_("merbau"), N_("okoume"), N_("rosewood"), N_("ebony"),
    N_("bangkirai"), N_("cumaru"), N_("tropical timber"), N_("veneer"), N_("plywood"), N_("MDF"),
    N_("HDF"), N_("chipboard"), N_("cork"), N_("rattan"), N_("pulp"), N_("paper"),
    N_("recycled paper"), N_("fibre"), N_("bagasse"), N_("peat"),
    # Fibres, skins and feathers.
    N_("cotton"), N_("viscose"), N_("wool"), N_("merino"), N_("merino wool"), N_("mohair"),
    N_("alpaca"), N_("cashmere"), N_("angora"), N_("silk"), N_("linen"), N_("hemp"), N_("jute"),
    N_("kapok"), N_("coir"), N_("sisal"), N_("raffia"), N_("seagrass"), N_("abaca"), N_("ramie"),
    N_("lace"), N_("leather"), N_("horsehair"), N_("bristle"), N_("horn"), N_("down"),
    N_("goose down"), N_("duck down"), N_("feather"), N_("feathers"),
    # Plastics and rubber.
    N_("polyester"), N_("polyamide"), N_("acrylic"), N_("elastane"), N_("polypropylene"),
    N_("polyethylene"), N_("polystyrene"), N_("polyurethane"), N_("polycarbonate"), N_("polyol"),
    N_("styrene"), N_("PLA"), N_("PVC resin"), N_("silicone"), N_("natural rubber"),
    N_("butyl rubber"), N_("nitrile"), N_("nitrile latex"), N_("superabsorbent"),
    N_("recycled polyethylene"), N_("recycled plastic"),
    # Metals, minerals and stone.
    N_("steel"), N_("iron"), N_("iron ore"), N_("aluminium"), N_("bauxite"), N_("copper"),
    N_("brass"), N_("zinc"), N_("lead"), N_("nickel"), N_("lithium"), N_("cobalt"), N_("tantalum"),
    N_("tin"), N_("tungsten"), N_("tungsten carbide"), N_("gold"), N_("silver"), N_("platinum"),
    N_("palladium"), N_("chromium"), N_("manganese"), N_("titanium"), N_("magnesium"),
    N_("vanadium"), N_("molybdenum"), N_("antimony"), N_("germanium"), N_("gallium"), N_("indium"),
    N_("rare earths"), N_("mica"), N_("graphite"), N_("silicon"), N_("polysilicon"), N_("quartz"),
    N_("sand"), N_("glass"), N_("clay"), N_("kaolin"), N_("bentonite"), N_("feldspar"), N_("talc"),
    N_("barite"), N_("fluorspar"), N_("limestone"), N_("sandstone"), N_("chalk"), N_("cement"),
    N_("granite"), N_("marble"), N_("slate"), N_("phosphate rock"), N_("phosphate"), N_("potash"),
    N_("salt"), N_("sulphur"), N_("borax"), N_("soda ash"), N_("titanium dioxide"), N_("diamond"),
    N_("bone china"), N_("pigment"),
    # Oils, fats, waxes and resins.
    N_("palm oil"), N_("palm kernel oil"), N_("coconut oil"), N_("sunflower oil"),
    N_("rapeseed oil"), N_("shea oil"), N_("tropical oil"), N_("vegetable oil"), N_("olive oil"),
    N_("argan oil"), N_("castor oil"), N_("linseed oil"), N_("fish oil"), N_("shea"), N_("wax"),
    N_("paraffin"), N_("beeswax"), N_("carnauba wax"), N_("lanolin"), N_("tallow"),
    N_("beef tallow"), N_("stearin"), N_("stearic acid"), N_("glycerine"), N_("lecithin"),
    N_("soy lecithin"), N_("sunflower lecithin"), N_("gum arabic"), N_("rosin"), N_("cochineal"),
    N_("gelatine"), N_("agar"), N_("alginate"), N_("xanthan gum"), N_("citric acid"), N_("ethanol"),
    # Meat, fish, milk and eggs.
    N_("beef"), N_("pork"), N_("lamb"), N_("chicken"), N_("egg"), N_("milk"), N_("milk protein"),
    N_("milk powder"), N_("whey"), N_("honey"), N_("fish"), N_("cod"), N_("haddock"), N_("hake"),
    N_("saithe"), N_("Alaska pollock"), N_("salmon"), N_("herring"), N_("mackerel"), N_("tuna"),
    N_("anchovy"), N_("sardine"), N_("pangasius"), N_("tilapia"), N_("shrimp"), N_("lobster"),
    N_("mussel"), N_("squid"), N_("krill"), N_("seafood"), N_("fishmeal"),
    # Cereals, pulses, nuts and seeds.
    N_("rice"), N_("wheat"), N_("barley"), N_("rye"), N_("oats"), N_("maize"), N_("millet"),
    N_("buckwheat"), N_("quinoa"), N_("starch"), N_("corn starch"), N_("malt"), N_("hops"),
    N_("yeast"), N_("soy"), N_("beans"), N_("chickpea"), N_("lentil"), N_("pea"), N_("pea protein"),
    N_("nuts"), N_("almond"), N_("hazelnut"), N_("cashew"), N_("peanut"), N_("pistachio"),
    N_("macadamia"), N_("brazil nut"), N_("pecan"), N_("coconut"), N_("rapeseed"),
    N_("sunflower seed"), N_("sesame"), N_("linseed"), N_("cottonseed"), N_("mustard"),
    # Fruit, berries and vegetables.
    N_("fruit"), N_("apple"), N_("pear"), N_("plum"), N_("peach"), N_("apricot"), N_("cherry"),
    N_("grape"), N_("raisin"), N_("fig"), N_("kiwi"), N_("melon"), N_("papaya"), N_("mango"),
    N_("pineapple"), N_("passion fruit"), N_("pomegranate"), N_("avocado"), N_("banana"),
    N_("orange"), N_("clementine"), N_("lemon"), N_("grapefruit"), N_("olive"), N_("berries"),
    N_("strawberry"), N_("raspberry"), N_("blueberry"), N_("blackcurrant"), N_("cranberry"),
    N_("tomato"), N_("potato"), N_("sweet potato"), N_("cassava"), N_("carrot"), N_("onion"),
    N_("garlic"), N_("cabbage"), N_("spinach"), N_("broccoli"), N_("green bean"), N_("asparagus"),
    N_("cucumber"), N_("bell pepper"),
    # Sugar, coffee, spices and what else is grown.
    N_("coffee"), N_("tea"), N_("cocoa"), N_("vanilla"), N_("sugar"), N_("sugarcane"),
    N_("sugar beet"), N_("spices"), N_("pepper"), N_("chilli"), N_("cinnamon"), N_("cardamom"),
    N_("ginger"), N_("turmeric"), N_("saffron"), N_("cumin"), N_("clove"), N_("tobacco"),
    N_("cut flowers"), N_("rose"), N_("tulip"), N_("carnation"), N_("chrysanthemum"),
)  # fmt: skip
_NAMED_OTHERWISE: Final = {
    "abs": N_("ABS plastic"),
    "ash": N_("ash wood"),
    "bio_plastic": N_("bioplastic"),
    "date_fruit": N_("dates"),
    "epdm": N_("EPDM rubber"),
    "fir": N_("silver fir"),
    "lac": N_("shellac"),
    "lime_fruit": N_("limes"),
    "pet": N_("PET plastic"),
    "plaster": N_("gypsum"),
    "turkey": N_("turkey meat"),
}
MATERIALS: Final[Mapping[str, str]] = MappingProxyType(
    {name.casefold().replace(" ", "_"): name for name in _NAMED_BY_CODE} | _NAMED_OTHERWISE
)
"""The name of each raw material by its code, to translate."""
