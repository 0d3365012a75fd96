namespace Pipeline.App.Api;

/// <summary>What the page for integrators says, part by part, apart from the tables that are made from the registry of routes.</summary>
internal static class DocsSections
{
    private const string Authorization = "-H \"Authorization: Bearer $TOKEN\"";

    /// <summary>All parts in reading order.</summary>
    public static IReadOnlyList<DocsSection> All { get; } =
    [
        new("start", new("はじめに", "Quick start"),
        [
            new(
                "アドレスはすべてこのページのホストの /api の下にある。下の例では、そのアドレスを API、アクセストークンを TOKEN という環境変数に置く。",
                "Every address is under /api on the host of this page. The examples below expect that address in the variable API and an access token in TOKEN."),
        ])
        {
            Examples =
            [
                new(
                    new("鉱種の一覧。", "The minerals."),
                    $"curl --silent --fail {Authorization} \"$API/v1/minerals\"", "\"nameJa\":\"コバルト\""),
                new(
                    new("鉱種一つの評価。", "The assessment of one mineral."),
                    $"curl --silent --fail {Authorization} \"$API/v1/assessments/cobalt\"", "\"indicator\":\"production-concentration\""),
                new(
                    new("日本語の概要資料（PDF）を、サーバーが付けた名前で保存する。", "Saves a briefing in Japanese (PDF) under the name that the server gives it."),
                    $"curl --silent --fail --remote-name --remote-header-name --write-out '%{{filename_effective}}' {Authorization} \"$API/v1/briefings/cobalt.ja/content\"", "cobalt.ja.pdf"),
            ],
        },
        new("sign-in", new("サインイン", "Signing in"),
        [
            new(
                $"Microsoft Entra ID のアクセストークンを Authorization: Bearer で送る。閲覧には役割 {RoleNames.Reader}、実行台帳などの運用には {RoleNames.Operator} が要る。どちらの役割も他方を含まない。",
                $"Send an access token of Microsoft Entra ID as Authorization: Bearer. Reading needs the application role {RoleNames.Reader}; the run ledger and other work of operators needs {RoleNames.Operator}. Neither role includes the other."),
            new(
                "トークンの取得先（テナント、対象、スコープ）は管理者に尋ねる。開発者の端末でループバックに対して動かすときは、トークンを確かめない。",
                "Ask your administrator for tenant, audience and scope of the token. On the loopback address of a developer's machine no token is asked for."),
        ]),
        new("formats", new("形式と言語", "Formats and languages"),
        [
            new(
                "JSON は UTF-8、項目名は camelCase。observations、indicators、sources と評価の一覧の行では、値のない項目は null と書かれる。ほかの回答では、値のない項目は書かれない。どちらも値がないことを表す。形式は Accept、または二つ以上の形式がある回答では format で選ぶ。応じられない形式は 406。",
                "JSON is UTF-8 with names in camel case. In rows of observations, indicators, sources and the list of assessments a member without a value is null; in other answers it is left out. Both mean that there is no value. Accept chooses the form, or the parameter format where an answer has several; a form that an address does not have is refused with 406."),
            new(
                "言葉は Accept-Language で選び、日本語が既定。ただし、試算の要求の誤りについて何を求め何があったか（errors）は英語で示す。回答は gzip と br で圧縮できる。GET のアドレスはどれも HEAD に答える。",
                "Accept-Language chooses the language of words; Japanese unless given; only what was expected and found in a faulty scenario is told in English. Answers come compressed with gzip or br for callers that accept it. Every address for GET answers HEAD."),
            new(
                "スコアは 0（リスクが低い）から 1（高い）まで。値を出せないときは理由と、わかる範囲の幅を示す。ゼロで埋めることはない。",
                "Scores run from 0 (low risk) to 1 (high). Where there is no value, the answer says why and gives the interval as far as it is known; nothing is filled with zero."),
            new(
                "印、理由、状態などの符号の言葉は vocabulary に両言語である。",
                "The words of codes (flags, reasons, statuses and others) are in vocabulary, in both languages."),
        ])
        {
            Examples =
            [
                new(
                    new("英語の問題文を求める。", "Asks for problems in English."),
                    $"curl --silent -H 'Accept-Language: en' {Authorization} \"$API/v1/minerals/unobtainium\"", "There is no such mineral"),
            ],
        },
        new("paging", new("ページ送り", "Paging"),
        [
            new(
                "数値は observations が一行に一つ返す。一頁は limit 行まで。続きは回答の見出し Link の rel=\"next\" のアドレスをそのまま開く。続きは同じ版から届くので、途中で新しい版が公表されても頁は食い違わない。",
                "'observations' answers figures, one a row, at most 'limit' of them a page. For the rest, open the address that the header Link gives as rel=\"next\", as it is. It is bound to its vintage, so that pages agree even when a new one is published meanwhile."),
            new(
                "欠けている数値も行になる。value が null で、status と reason が理由を、low と high がわかる範囲を示す。",
                "A figure that is missing is a row too: value is null, status and reason say why, low and high give what is known."),
            new(
                "どの回答も頁、または鉱種の数で大きさが限られ、その場で返る。Prefer: respond-async（RFC 7240）は要らず、送られても無視する。時間のかかる実行（runs）は POST で始め、Location のアドレスで進み具合を見る。",
                "Every answer is bounded, by its page or by the number of minerals, and given at once: Prefer: respond-async (RFC 7240) is not needed and is ignored. What takes long, such as a run, is started by POST and watched at the address in Location."),
            new(
                "CSV は RFC 4180 の UTF-8。bom=1 は Excel のための印を付け、labels=ja は日本語の列を足す。= + - @ で始まる文字の欄は、表計算ソフトが式と読まないように書かれる。",
                "CSV is UTF-8 (RFC 4180). bom=1 adds the mark that Excel wants, labels=ja adds Japanese columns. Cells of text that begin with = + - @ are written so that no spreadsheet reads them as formulas."),
        ])
        {
            Examples =
            [
                new(
                    new("一頁目と、続きのアドレス。", "The first page, and the address of the next."),
                    $"curl --silent --fail --include {Authorization} \"$API/v1/observations?mineral=cobalt&figure=share&limit=2\"", "rel=\"next\""),
                new(
                    new("同じものを Excel 向けの CSV で。", "The same as CSV for Excel."),
                    $"curl --silent --fail {Authorization} \"$API/v1/observations?mineral=cobalt&figure=share&limit=2&format=csv&bom=1&labels=ja\"", "id,vintage,mineral"),
            ],
        },
        new("vintages", new("版", "Vintages"),
        [
            new(
                "四半期ごとに公表した版はすべて残る。指定しなければ現在の版から回答し、meta.vintage がその版を示す。版を比べる回答のほかは、一つの回答に二つの版の数値が混じることはない。observations の revisions と updatedSince の行は vintage が、alerts、changes、explain は回答が示す前後の版が、どの版の値かを表す。",
                "Every vintage that was ever published is kept. Without a wish the answer is from the current one, and meta.vintage names it. Only what compares vintages has figures of several: rows of 'observations' with revisions or updatedSince name theirs as vintage; 'alerts', 'changes' and 'explain' name the two that they compare."),
            new(
                "版は識別子（2026Q4-ff0fbefb）か四半期（その最新の版）で指定する。observations、observations/{id}/evidence、assessments、assessments/{id} の asOf は日付も受け、その日の終わり（UTC）に現在の版だったものから答える。observations の revisions=all は公表した全ての値、first は最初に公表した値。版は四半期の順に並ぶ。後から作られた過去の四半期の版（遡及）も、その四半期の位置に入る。二つの版の間で数値が動いた理由は changes が答える。",
                "A vintage is named by its identifier (2026Q4-ff0fbefb) or by a quarter, which stands for its newest vintage. asOf of 'observations', 'observations/{id}/evidence', 'assessments' and 'assessments/{id}' takes a day as well, for the vintage that was current at its end (UTC). revisions=all of 'observations' gives every value that was ever stated, first the one that was stated first. Vintages stand in the order of their quarters; one of a past quarter that is made later (a backfill) stands where its quarter does. 'changes' tells why figures moved between two of them."),
        ])
        {
            Examples =
            [
                new(new("公表された版。", "The published vintages."), $"curl --silent --fail {Authorization} \"$API/v1/vintages\"", "\"current\":true"),
                new(new("ある日に効力のあった手法の選択。", "The choices of the method in force on a day."), $"curl --silent --fail {Authorization} \"$API/v1/parameters?asOf=2026-11-22\"", "\"asOf\":\"2026-11-22\""),
            ],
        },
        new("caching", new("キャッシュ", "Caching"),
        [
            new(
                "Cache-Control のとおりに使い回せる。現在の版の回答は五分、版を名指すアドレスの回答は期限なし。ただし、動いているプログラムが計算に加わる回答（evidence、changes、explain、numbers）と版そのものの記述（vintages/{id}）は版を名指しても五分。その後は ETag を If-None-Match で送り返すと、変わっていなければ 304 だけが届く。Repr-Digest は圧縮した後の本文全体の SHA-256 で、一部だけを求めたとき（206）も全体のもの。",
                "Answers may be used again as Cache-Control says: those of the current vintage for five minutes, those whose address names a vintage for good, but for those that the running program has a part in (evidence, changes, explain, numbers) and the entry of a vintage itself (vintages/{id}): five minutes too. After that, send the ETag back in If-None-Match; while nothing has changed you get 304 and no body. Repr-Digest is the SHA-256 of the whole body as it is coded; with a part of it (206) it is still that of the whole."),
        ])
        {
            Examples =
            [
                new(
                    new("変わっていないものを二度受け取らない。", "Not getting what has not changed."),
                    $"TAG=$(curl --silent --fail --head {Authorization} \"$API/v1/minerals\" | tr -d '\\r' | sed -n 's/^ETag: //p')\n"
                    + $"curl --silent --output /dev/null --write-out '%{{http_code}}' -H \"If-None-Match: $TAG\" {Authorization} \"$API/v1/minerals\"", "304"),
                new(
                    new("ファイルの初めの千バイトだけ。", "The first thousand bytes of a file only."),
                    $"curl --silent --fail --output /dev/null --write-out '%{{http_code}} %{{size_download}}' --range 0-999 {Authorization} \"$API/v1/briefings/cobalt.en/content\"", "206 1000"),
            ],
        },
        new("scenarios", new("シナリオ", "Scenarios"),
        [
            new(
                "仮定の下の指標を計算する。入力は本文に書き、保存しない。",
                "Computes the indicators under assumptions. The assumptions stand in the body and nothing is kept."),
        ])
        {
            Examples =
            [
                new(
                    new("オーストラリアの製錬所が精製コバルトの四分の一を供給するとしたら。", "What if a smelter in Australia supplied a quarter of refined cobalt."),
                    $"curl --silent --fail {Authorization} -H 'Content-Type: application/json' \\\n  --data '{{\"mineral\":\"cobalt\",\"measures\":[{{\"kind\":\"smelter\",\"country\":\"AUS\",\"share\":0.25,\"displaces\":\"largest\"}}]}}' \\\n  \"$API/v1/scenarios\"",
                    "\"hypothetical\":true"),
            ],
        },
        new("errors", new("エラー", "Errors"),
        [
            new(
                "うまくいかないときの回答は RFC 9457 の問題文書（application/problem+json）。type はその問題の説明ページのアドレス、errors は誤りの場所、traceId はログでの名前。プログラムは type で分岐し、title や detail では分岐しない。",
                "What goes wrong is answered as a problem document (RFC 9457, application/problem+json): type is the address of a page on the problem, errors names the places at fault, traceId is its name in the log. Let programs branch on type, never on title or detail."),
            new(
                "知らないパラメータは無視せず 400 で断る。綴りを誤った絞り込みが全データを返すことはない。",
                "An unknown parameter is not ignored but refused with 400: a misspelt filter never returns all data."),
        ])
        {
            Examples =
            [
                new(
                    new("綴りの誤り。", "A misspelling."),
                    $"curl --silent -H 'Accept-Language: en' {Authorization} \"$API/v1/assessments/cobalt?evidense=full\"", "did you mean 'evidence'?"),
            ],
        },
        new("limits", new("利用の上限", "Limits"),
        [
            new(
                "要求が多すぎると 429 と Retry-After（待つ秒数）が返る。503 も Retry-After のあとに送り直せる。RateLimit と RateLimit-Policy は残りと上限を示すが、まだ IETF の草案であり、名前と形は変わり得る。",
                "Too many requests are answered 429 with Retry-After, the seconds to wait; 503 may be asked again after Retry-After too. RateLimit and RateLimit-Policy tell what is left and what is allowed; they are still a draft of the IETF, and name and form may change."),
        ]),
        new("changes", new("互換性の方針", "Change policy"),
        [
            new(
                "v1 の中では足すだけにする。アドレス、任意のパラメータ、回答の項目、問題の種類は増え得るので、知らない項目は無視すること。",
                "Within v1 things are only added: addresses, optional parameters, members of answers, kinds of problems. Ignore members that you do not know."),
            new(
                "互換でない変更とは、アドレス・パラメータ・項目を除くか名を変えること、型・単位・意味を変えること、必須のパラメータを足すこと、受け付ける値を減らすこと（何にも当たらない値を断るようになることは含まない）。これらは新しい版のアドレス（v2）で行う。",
                "A breaking change is to remove or rename an address, parameter or member, to change a type, a unit or a meaning, to add a required parameter, or to accept fewer values (not: to refuse a value that never found anything). Such changes come under a new version of the address (v2)."),
            new(
                "やめるアドレスは少なくとも12か月前に、回答の見出し Deprecation（RFC 9745）、Sunset（RFC 8594）、後継への Link で知らせる。版ごとの数値は変更ではない。訂正は新しい版として公表し、前の版は残る。",
                "An address that will go is announced at least 12 months ahead in its answers: Deprecation (RFC 9745), Sunset (RFC 8594) and a Link to its successor. New figures are no change of the API: corrections are published as a new vintage, and the old one stays."),
        ])
        {
            Examples =
            [
                new(new("契約（OpenAPI 3.1）。クライアントはここから作れる。", "The contract (OpenAPI 3.1), from which clients can be generated."), $"curl --silent --fail {Authorization} \"$API/v1/openapi.json\"", "\"openapi\": \"3.1"),
            ],
        },
    ];
}
