//! Names from many places, each in its own script and order, with the spelling that goes into an
//! e-mail address.

use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;

/// A name to be shown, and the part of an address that is made from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) shown: String,
    pub(super) mail: String,
}

/// How given and family name are put together.
#[derive(Debug, Clone, Copy)]
enum Order {
    /// Given name, space, family name.
    GivenFirst,
    /// Family name, then given name, nothing between.
    FamilyFirst,
    /// Family name, space, given name.
    FamilyFirstApart,
}

/// Names that go together. A name is followed by `=` and its plain spelling where that differs.
struct Origin {
    order: Order,
    given: &'static str,
    family: &'static str,
}

const ORIGINS: &[Origin] = &[
    Origin {
        order: Order::GivenFirst,
        given: "Ada Grace Noah Olivia Liam Amelia Ethan Harriet Jasper Imogen Callum Beatrix Rufus \
                Poppy Alistair Winifred Desmond Thea Marcus Rosalind",
        family: "Whitcombe Harrow Okafor Bennett Ashdown Fairchild Llewellyn Pemberton Sinclair \
                 Thackeray Marlowe Ellison O’Brien=obrien Hargreaves Kingsley Abernathy Stratton \
                 Winslow Delacroix Everett",
    },
    Origin {
        order: Order::GivenFirst,
        given: "Jürgen=juergen Käthe=kaethe Björn=bjoern Anneliese Götz=goetz Lieselotte Matthäus=matthaeus \
                Renate Florian Sönke=soenke Ulrike Jörg=joerg Heike Maximilian Änne=aenne",
        family: "Müller=mueller Schröder=schroeder Weiß=weiss Köhler=koehler Bäumler=baeumler Voß=voss \
                 Großmann=grossmann Hübner=huebner Schäfer=schaefer Lindenberg Straßburger=strassburger \
                 Königs=koenigs Brandt Jäger=jaeger Zöllner=zoellner",
    },
    Origin {
        order: Order::GivenFirst,
        given: "Žofie=zofie Tomáš=tomas Šárka=sarka Jiří=jiri Ondřej=ondrej Lukáš=lukas Zdeňka=zdenka \
                Matěj=matej Eliška=eliska Łukasz=lukasz Małgorzata=malgorzata Wojciech Świętosława=swietoslawa \
                Grażyna=grazyna Krzysztof",
        family: "Dvořák=dvorak Procházková=prochazkova Němec=nemec Kučera=kucera Růžičková=ruzickova \
                 Šťastný=stastny Wiśniewski=wisniewski Wójcik=wojcik Kowalczyk Zieliński=zielinski \
                 Jabłońska=jablonska Pawłowski=pawlowski Hájek=hajek Veselý=vesely Żak=zak",
    },
    Origin {
        order: Order::GivenFirst,
        given: "Éloïse=eloise François=francois Zoé=zoe Théo=theo Maëlle=maelle Gaël=gael Agnès=agnes \
                Benoît=benoit Hélène=helene Cédric=cedric Noémie=noemie Loïc=loic Anaïs=anais Jérôme=jerome",
        family: "Lefèvre=lefevre Bérenger=berenger Château=chateau Guérin=guerin d’Arcy=darcy \
                 Hénaff=henaff Lemaître=lemaitre Garçon=garcon Béchard=bechard Rochambeau Prévost=prevost \
                 Côté=cote Mérimée=merimee Dufrêne=dufrene",
    },
    Origin {
        order: Order::GivenFirst,
        given: "José=jose Begoña=begona Íñigo=inigo Lucía=lucia Ramón=ramon Inés=ines João=joao \
                Conceição=conceicao Sebastião=sebastiao Verónica=veronica Nuño=nuno Rocío=rocio Tomé=tome \
                Aurélio=aurelio",
        family: "Muñoz=munoz Ibáñez=ibanez Gonçalves=goncalves Magalhães=magalhaes Peña=pena Núñez=nunez \
                 Simões=simoes Córdoba=cordoba Araújo=araujo Zúñiga=zuniga Figueirão=figueirao Lázaro=lazaro \
                 Estévez=estevez Quiñones=quinones",
    },
    Origin {
        order: Order::GivenFirst,
        given: "Åsa=asa Søren=soren Øyvind=oyvind Þórdís=thordis Sigríður=sigridur Märta=marta Jón=jon \
                Aino Väinö=vaino Kerttu Håkon=hakon Bjørg=bjorg Örjan=orjan Ylva",
        family: "Ångström=angstrom Sjöberg=sjoberg Kjærgaard=kjaergaard Bjørnstad=bjornstad \
                 Guðmundsdóttir=gudmundsdottir Hämäläinen=hamalainen Mäkelä=makela Ødegård=odegard \
                 Þorvaldsson=thorvaldsson Nyström=nystrom Løvenskiold=lovenskiold Virtanen Lindqvist",
    },
    Origin {
        order: Order::GivenFirst,
        given: "Çağla=cagla İbrahim=ibrahim Şebnem=sebnem Gökhan=gokhan Işıl=isil Özgür=ozgur Ayşe=ayse \
                Tuğba=tugba Ümit=umit Doğan=dogan Zeynep Kaan",
        family: "Yıldırım=yildirim Öztürk=ozturk Çelik=celik Şahin=sahin Güneş=gunes Aydoğan=aydogan \
                 Kılıç=kilic Türkoğlu=turkoglu Erdoğmuş=erdogmus Bağcı=bagci Işık=isik Koç=koc",
    },
    Origin {
        order: Order::GivenFirst,
        given: "Ελένη=eleni Γιώργος=giorgos Αλέξανδρος=alexandros Σοφία=sofia Δημήτρης=dimitris \
                Κατερίνα=katerina Νίκος=nikos Ευαγγελία=evangelia Θανάσης=thanasis Ιωάννα=ioanna",
        family: "Παπαδόπουλος=papadopoulos Νικολάου=nikolaou Οικονόμου=oikonomou Βασιλείου=vasileiou \
                 Αθανασίου=athanasiou Κωνσταντίνου=konstantinou Δημητρίου=dimitriou Μακρής=makris \
                 Αγγελίδης=angelidis Ξενάκης=xenakis",
    },
    Origin {
        order: Order::GivenFirst,
        given: "Анна=anna Дмитро=dmytro Олена=olena Сергій=serhii Милица=milica Ђорђе=djordje \
                Екатерина=ekaterina Алексей=aleksei Наталия=natalia Богдан=bohdan Юлия=yulia Тарас=taras",
        family: "Шевченко=shevchenko Коваленко=kovalenko Петровић=petrovic Јовановић=jovanovic \
                 Иванова=ivanova Соколов=sokolov Бондаренко=bondarenko Николић=nikolic Мельник=melnyk \
                 Георгиев=georgiev Лысенко=lysenko Димитрова=dimitrova",
    },
    Origin {
        order: Order::FamilyFirst,
        given: "伟=wei 秀英=xiuying 敏=min 建国=jianguo 丽娜=lina 浩然=haoran 雨桐=yutong 子涵=zihan \
                欣怡=xinyi 俊杰=junjie 美玲=meiling 晓明=xiaoming",
        family: "王=wang 李=li 张=zhang 刘=liu 陈=chen 杨=yang 黄=huang 赵=zhao 吴=wu 周=zhou 欧阳=ouyang \
                 司马=sima",
    },
    Origin {
        order: Order::FamilyFirstApart,
        given: "太郎=taro さくら=sakura 健一=kenichi 陽菜=hina 翔太=shota みゆき=miyuki 美咲=misaki 拓海=takumi \
                エミリ=emiri 直樹=naoki あかり=akari 涼子=ryoko",
        family: "山田=yamada 佐藤=sato 鈴木=suzuki 高橋=takahashi 渡辺=watanabe 小林=kobayashi 中村=nakamura \
                 斎藤=saito 井上=inoue 長谷川=hasegawa 東海林=shoji 五十嵐=igarashi",
    },
    Origin {
        order: Order::FamilyFirst,
        given: "민준=minjun 서연=seoyeon 지우=jiwoo 하은=haeun 도윤=doyun 수빈=subin 예준=yejun 지민=jimin \
                현우=hyunwoo 은지=eunji",
        family: "김=kim 이=lee 박=park 최=choi 정=jung 강=kang 조=cho 윤=yoon 장=jang 남궁=namgung",
    },
    Origin {
        order: Order::GivenFirst,
        given: "محمد=mohammed فاطمة=fatima يوسف=youssef ليلى=layla عمر=omar نور=nour خالد=khaled \
                زينب=zainab سارة=sara إبراهيم=ibrahim آرش=arash پریسا=parisa",
        family: "الحسيني=alhusseini منصور=mansour العباسي=alabbasi حداد=haddad الخطيب=alkhatib \
                 درويش=darwish النجار=alnajjar سليمان=suleiman صابری=saberi رحيمي=rahimi",
    },
    Origin {
        order: Order::GivenFirst,
        given: "נועה=noa דוד=david תמר=tamar אורי=uri יעל=yael איתן=eitan שירה=shira משה=moshe \
                רבקה=rivka גיל=gil",
        family: "כהן=cohen לוי=levi מזרחי=mizrahi פרידמן=friedman אברהמי=avrahami ביטון=biton \
                 שפירא=shapira גולן=golan ברק=barak רוזן=rosen",
    },
    Origin {
        order: Order::GivenFirst,
        given: "आरव=aarav प्रिया=priya रोहन=rohan अनन्या=ananya विक्रम=vikram दीपिका=deepika \
                अर्जुन=arjun कविता=kavita संजय=sanjay मीरा=meera லட்சுமி=lakshmi কৃষ্ণা=krishna",
        family: "शर्मा=sharma वर्मा=verma गुप्ता=gupta सिंह=singh पटेल=patel जोशी=joshi मेहता=mehta \
                 अय्यर=iyer राव=rao कुलकर्णी=kulkarni",
    },
    Origin {
        order: Order::GivenFirst,
        given: "สมชาย=somchai กมลวรรณ=kamonwan ปิยะ=piya สุดารัตน์=sudarat ณัฐพล=nattapon อรทัย=orathai \
                วิชัย=wichai พิมพ์ชนก=pimchanok",
        family: "ศรีสุข=srisuk ทองดี=thongdee แสงจันทร์=saengchan วงศ์ไทย=wongthai บุญมา=boonma \
                 รุ่งเรือง=rungrueang สุวรรณ=suwan ใจดี=jaidee",
    },
    Origin {
        order: Order::FamilyFirstApart,
        given: "Thị\u{a0}Hương=huong Văn\u{a0}Đức=duc Ngọc\u{a0}Ánh=anh Minh\u{a0}Khôi=khoi Thùy\u{a0}Dương=duong Quốc\u{a0}Bảo=bao \
                Hải\u{a0}Yến=yen Tuấn\u{a0}Kiệt=kiet",
        family: "Nguyễn=nguyen Trần=tran Lê=le Phạm=pham Hoàng=hoang Vũ=vu Đặng=dang Bùi=bui",
    },
    Origin {
        order: Order::GivenFirst,
        given: "Chidinma Oluwaseun Thandiwe Kwame Ngozi Sipho Amahle Adébáyọ̀=adebayo Wanjiru Tendai \
                Zainabu Kofi",
        family: "Adeyemi Mensah Nkosi Mwangi Okonkwo Dlamini Boateng Chukwu Ọlágúnjú=olagunju Moyo \
                 Kamau van\u{a0}der\u{a0}Merwe=vandermerwe",
    },
];

/// A name, each origin as likely as another.
pub(super) fn pick(chance: &mut ChaCha8Rng) -> Name {
    let origin = &ORIGINS[chance.random_range(0..ORIGINS.len())];
    let (given, given_plain) = one_of(origin.given, chance);
    let (family, family_plain) = one_of(origin.family, chance);
    let shown = match origin.order {
        Order::GivenFirst => format!("{given} {family}"),
        Order::FamilyFirst => format!("{family}{given}"),
        Order::FamilyFirstApart => format!("{family} {given}"),
    };
    Name {
        shown,
        mail: format!("{given_plain}.{family_plain}"),
    }
}

/// One of a list of names: as shown, and plain.
fn one_of(list: &'static str, chance: &mut ChaCha8Rng) -> (String, String) {
    let names: Vec<&str> = split(list).collect();
    let name = names[chance.random_range(0..names.len())];
    match name.split_once('=') {
        Some((shown, plain)) => (shown.replace('\u{a0}', " "), plain.to_owned()),
        None => (name.to_owned(), name.to_ascii_lowercase()),
    }
}

/// The names of a list: between runs of spaces and line ends, where a space that doesn't break belongs
/// to the name.
fn split(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.split([' ', '\n']).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_makes_a_plain_address() {
        for origin in ORIGINS {
            for name in split(origin.given).chain(split(origin.family)) {
                let plain = name.split_once('=').map_or(name, |(_, plain)| plain);
                assert!(
                    plain.bytes().all(|byte| byte.is_ascii_alphabetic()),
                    "{name} needs a spelling for addresses"
                );
            }
        }
    }
}
