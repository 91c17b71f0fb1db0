<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>BestRate</name>
    <message>
        <source>Best η = %1, by theory: 2/(λmin + λmax), where both directions shrink alike.</source>
        <translation>이론에 따른 최적 η = %1: 2/(λmin + λmax)에서 두 방향의 거리가 같은 비율로 줄어든다.</translation>
    </message>
    <message>
        <source>Best η = %1 of %2 tried with these settings: it stays near the domain and arrives soonest, or gets lowest, and so do its neighbours.</source>
        <translation>이 설정으로 시험한 η 값 %2개 가운데 최적 η = %1: 정의역 근처에 머물면서 가장 먼저 도착하거나 가장 낮게 내려가며, 이웃한 η 값들도 마찬가지다.</translation>
    </message>
</context>
<context>
    <name>Caption</name>
    <message>
        <source>warm-up of %1</source>
        <translation>워밍업 %1단계</translation>
    </message>
    <message>
        <source>noise σ = %1, seed %2</source>
        <translation>노이즈 σ = %1, 시드 %2</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1단계</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>데이터 %1행</translation>
    </message>
    <message>
        <source>batches of %1</source>
        <translation>배치 크기 %1</translation>
    </message>
    <message>
        <source>batches of %1, seed %2</source>
        <translation>배치 크기 %1, 시드 %2</translation>
    </message>
    <message>
        <source>in epochs</source>
        <translation>에폭 단위</translation>
    </message>
</context>
<context>
    <name>CellOutcome</name>
    <message>
        <source>not settled</source>
        <translation>미정착</translation>
    </message>
    <message>
        <source>gone for good</source>
        <translation>아주 떠남</translation>
    </message>
    <message>
        <source>no loss there</source>
        <translation>손실 없음</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>List what there is</source>
        <translation>준비된 항목의 목록</translation>
    </message>
    <message>
        <source>As JSON, with everything known</source>
        <translation>모든 내용을 JSON 형식으로 출력</translation>
    </message>
    <message>
        <source>Run an optimizer and say what happened</source>
        <translation>최적화를 실행하고 결과를 설명</translation>
    </message>
    <message>
        <source>A file, or a scenario&apos;s id: its runs instead of options</source>
        <translation>파일 또는 시나리오 id: 옵션 대신 그 안의 실행을 사용</translation>
    </message>
    <message>
        <source>Which of its runs: a name or number; all by default</source>
        <translation>사용할 실행의 이름 또는 번호 (기본값: 모두)</translation>
    </message>
    <message>
        <source>Id of a loss function, or a formula such as &quot;x^2 + a*y^2&quot;</source>
        <translation>손실 함수의 id 또는 &quot;x^2 + a*y^2&quot; 같은 수식</translation>
    </message>
    <message>
        <source>The box to look at: X0,X1,Y0,Y1</source>
        <translation>보이는 정의역: X0,X1,Y0,Y1</translation>
    </message>
    <message>
        <source>X,Y; by default the loss function&apos;s own start</source>
        <translation>X,Y (기본값: 손실 함수의 시작점)</translation>
    </message>
    <message>
        <source>Id of the optimizer</source>
        <translation>최적화 알고리즘의 id</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Id of the schedule</source>
        <translation>스케줄의 id</translation>
    </message>
    <message>
        <source>Steps that climb to the first rate before the schedule begins</source>
        <translation>스케줄 전에 첫 학습률까지 올라가는 단계 수</translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation>단계 수</translation>
    </message>
    <message>
        <source>Write to this file instead of the screen</source>
        <translation>화면 대신 이 파일에 저장</translation>
    </message>
    <message>
        <source>The whole trajectory as JSON</source>
        <translation>전체 경로를 JSON 형식으로 출력</translation>
    </message>
    <message>
        <source>The whole trajectory as CSV</source>
        <translation>전체 경로를 CSV 형식으로 출력</translation>
    </message>
    <message>
        <source>Say what is wrong in experiment files</source>
        <translation>실험 파일의 오류를 검사</translation>
    </message>
    <message>
        <source>FILE ...</source>
        <translation>검사할 파일</translation>
    </message>
    <message>
        <source>Take a picture of the window</source>
        <translation>창 화면을 그림 파일로 저장</translation>
    </message>
    <message>
        <source>[SCENARIO] OUT.png</source>
        <translation>[SCENARIO] OUT.png</translation>
    </message>
    <message>
        <source>A file or a scenario&apos;s id, instead of SCENARIO</source>
        <translation>SCENARIO 대신 쓸 파일 또는 시나리오 id</translation>
    </message>
    <message>
        <source>The run that is selected: a name or number</source>
        <translation>선택할 실행의 이름 또는 번호</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT in pixels</source>
        <translation>WIDTHxHEIGHT (픽셀)</translation>
    </message>
    <message>
        <source>Where the playhead stands; by default as in the file, or at the end</source>
        <translation>재생 위치 (기본값: 파일에 적힌 위치, 없으면 끝)</translation>
    </message>
    <message>
        <source>light, dark or projector</source>
        <translation>light, dark, projector 가운데 하나</translation>
    </message>
    <message>
        <source>Of text and marks, from 0.8 to 2.5</source>
        <translation>글자와 표식의 배율, 0.8부터 2.5까지</translation>
    </message>
    <message>
        <source>As it fills the screen for a lecture</source>
        <translation>강의용 전체 화면과 같은 모습으로 저장</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>사용법</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Positionals</source>
        <translation>위치 인수</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>값</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>필수</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>함께 쓸 수 없음</translation>
    </message>
    <message>
        <source>Ravine: a laboratory for loss landscapes and learning rates. Without a command it opens its window.</source>
        <translation>Ravine: 손실 지형과 학습률 실험실. 명령이 없으면 창을 연다.</translation>
    </message>
    <message>
        <source>Version, Qt and kind of build</source>
        <translation>버전, Qt, 빌드 종류</translation>
    </message>
    <message>
        <source>This help</source>
        <translation>이 도움말</translation>
    </message>
    <message>
        <source>en or ko; by default the language of the system</source>
        <translation>en 또는 ko (기본값: 시스템 언어)</translation>
    </message>
    <message>
        <source>Qt&apos;s platform for the window, such as xcb, wayland or vnc</source>
        <translation>창에 쓸 Qt 플랫폼 (xcb, wayland, vnc 등)</translation>
    </message>
    <message>
        <source>Fill the screen, to be read from the back row (F11)</source>
        <translation>뒷자리에서도 읽히는 전체 화면으로 열기 (F11)</translation>
    </message>
    <message>
        <source>An experiment to open in the window</source>
        <translation>창에서 열 실험 파일</translation>
    </message>
    <message>
        <source>noise: sigma = %1, seed = %2</source>
        <translation>노이즈: sigma = %1, seed = %2</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>a laboratory for loss landscapes and learning rates</source>
        <translation>손실 지형과 학습률 실험실</translation>
    </message>
    <message>
        <source>SYNOPSIS</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>DESCRIPTION</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>The commands need no display. Bad input ends with exit code 2 and a sentence that says how to mend it.</source>
        <translation>명령에는 디스플레이가 필요 없다. 잘못된 입력은 종료 코드 2와 고치는 방법을 알려 주는 문장으로 끝난다.</translation>
    </message>
    <message>
        <source>Write pictures, animations, data or code of an experiment</source>
        <translation>실험을 그림, 애니메이션, 데이터, 코드로 내보낸다</translation>
    </message>
    <message>
        <source>EXPERIMENT|SCENARIO OUT.{png,svg,pdf,gif,webp,mp4,csv,json,py}; - is standard output</source>
        <translation>실험|시나리오 OUT.{png,svg,pdf,gif,webp,mp4,csv,json,py}; -는 표준 출력</translation>
    </message>
    <message>
        <source>Instead of the ending of OUT: png, svg, pdf, …</source>
        <translation>OUT의 확장자 대신: png, svg, pdf, …</translation>
    </message>
    <message>
        <source>Of code: which run, by its name or number</source>
        <translation>코드: 어느 실행인지 이름이나 번호로</translation>
    </message>
    <message>
        <source>Of code: numpy or pytorch</source>
        <translation>코드: numpy 또는 pytorch</translation>
    </message>
    <message>
        <source>Pixels for each of the page, 1 to 4: by default 2, of animations 1; of images in SVG and PDF</source>
        <translation>페이지의 한 픽셀을 몇 픽셀로 그릴지, 1~4: 기본은 2, 애니메이션은 1; SVG와 PDF에서는 그 안의 이미지</translation>
    </message>
    <message>
        <source>In points on the page; by default as suits its size</source>
        <translation>페이지에서 몇 포인트인지; 기본은 크기에 알맞게</translation>
    </message>
    <message>
        <source>light, dark, projector or grey</source>
        <translation>light, dark, projector, grey 가운데 하나</translation>
    </message>
    <message>
        <source>Without a ground</source>
        <translation>배경 없이</translation>
    </message>
    <message>
        <source>Of SVG: text, or paths where its fonts may be missing</source>
        <translation>SVG: text, 또는 글꼴이 없을 수 있으면 paths</translation>
    </message>
    <message>
        <source>Of an animation: its first step</source>
        <translation>애니메이션: 첫 단계</translation>
    </message>
    <message>
        <source>Of an animation: its last step</source>
        <translation>애니메이션: 마지막 단계</translation>
    </message>
    <message>
        <source>Of an animation: frames per second</source>
        <translation>애니메이션: 초당 프레임 수</translation>
    </message>
    <message>
        <source>Of an animation: seconds for which its end stands</source>
        <translation>애니메이션: 끝 장면이 머무는 초</translation>
    </message>
    <message>
        <source>Of a GIF or WebP: it does not begin again</source>
        <translation>GIF나 WebP: 되풀이하지 않는다</translation>
    </message>
    <message>
        <source>slide, slide43, half, square, a4 (160 mm, between margins), column, 1280x720 in pixels, 85mm or 85x60mm</source>
        <translation>slide, slide43, half, square, a4(여백을 뺀 160 mm), column, 픽셀로 1280x720, 85mm 또는 85x60mm</translation>
    </message>
    <message>
        <source>on or off: function, start, optimizer, η, schedule, seed, and why a run ended so</source>
        <translation>on 또는 off: 함수, 출발점, 옵티마이저, η, 스케줄, 시드, 그리고 왜 그렇게 끝났는지</translation>
    </message>
    <message>
        <source>Of an animation: how long each step takes</source>
        <translation>애니메이션: 한 단계에 걸리는 초</translation>
    </message>
    <message>
        <source>A page of this lesson: a file or a lesson&apos;s id</source>
        <translation>이 수업의 한 쪽: 파일 또는 수업의 id</translation>
    </message>
    <message>
        <source>Which page of it; the first by default</source>
        <translation>몇 번째 쪽인지. 기본값은 첫 쪽</translation>
    </message>
    <message>
        <source>loss-functions, models, data-sets, optimizers, schedules, scenarios, lessons or tasks</source>
        <translation>loss-functions, models, data-sets, optimizers, schedules, scenarios, lessons, tasks 중 하나</translation>
    </message>
    <message>
        <source>Id of a model that learns from data, instead of a loss</source>
        <translation>손실 함수 대신 데이터로 학습하는 모델의 id</translation>
    </message>
    <message>
        <source>What it learns from: a CSV file of x,y or x1,x2,class, or the id of a set</source>
        <translation>학습할 데이터: x,y 또는 x1,x2,class가 적힌 CSV 파일 또는 데이터 세트의 id</translation>
    </message>
    <message>
        <source>A file of losses on a grid (CSV, npy, HDF5), instead of a loss</source>
        <translation>손실 함수 대신 격자 위에서 측정한 손실 파일 (CSV, npy, HDF5)</translation>
    </message>
    <message>
        <source>How many rows each step sees; all by default</source>
        <translation>단계마다 쓰는 행 수 (기본값: 모두)</translation>
    </message>
    <message>
        <source>How often the steps go through all rows, instead of --steps</source>
        <translation>--steps 대신 모든 행을 도는 횟수(에폭)</translation>
    </message>
    <message>
        <source>A parameter: OWNER.NAME=VALUE, OWNER being loss, data, optimizer, schedule, noise or batches; may be repeated</source>
        <translation>매개변수: OWNER.NAME=VALUE. OWNER는 loss, data, optimizer, schedule, noise, batches 중 하나이며 여러 번 쓸 수 있음</translation>
    </message>
    <message>
        <source>What the schedule counts: steps or epochs</source>
        <translation>스케줄이 세는 단위: steps 또는 epochs</translation>
    </message>
    <message>
        <source>map, profile or relief, of a model also data or map+data; by default as in the experiment</source>
        <translation>map, profile, relief 중 하나, 모델이면 data, map+data도 가능 (기본값: 실험과 같게)</translation>
    </message>
    <message>
        <source>batches: %1 of %2 rows, %3 steps per epoch, seed = %4</source>
        <translation>배치: 전체 %2행 중 %1행, 에폭당 %3단계, seed = %4</translation>
    </message>
    <message>
        <source>batches: %1 of %2 rows, %3 steps per epoch, in the order of the rows</source>
        <translation>미니배치: %2행 중 %1행, 에폭당 %3단계, 행 순서대로</translation>
    </message>
    <message>
        <source>Make a run with many rates, starts or other numbers: a map of how they end</source>
        <translation>한 실행을 여러 학습률, 시작점, 그 밖의 수로 되풀이해 어떻게 끝나는지를 지도로</translation>
    </message>
    <message>
        <source>A file, or a scenario&apos;s id: one of its runs instead of options</source>
        <translation>파일 또는 시나리오 id: 옵션 대신 그 안의 실행 하나를 사용</translation>
    </message>
    <message>
        <source>Which of its runs: a name or number; the first by default</source>
        <translation>사용할 실행의 이름 또는 번호 (기본값: 첫 실행)</translation>
    </message>
    <message>
        <source>Number of steps; by default those of the run, or 200</source>
        <translation>단계 수 (기본값: 실행의 단계 수, 없으면 200)</translation>
    </message>
    <message>
        <source>QUANTITY=FROM:TO:HOW_MANY, with log after it for equal factors: lr, start.x, start.y or OWNER.NAME of optimizer, schedule or noise; once or twice</source>
        <translation>QUANTITY=FROM:TO:HOW_MANY, 같은 배율로 나누려면 뒤에 log: lr, start.x, start.y 또는 optimizer, schedule, noise의 OWNER.NAME; 한 번 또는 두 번</translation>
    </message>
    <message>
        <source>By default as many as there are processors</source>
        <translation>스레드 수 (기본값: 프로세서 수)</translation>
    </message>
    <message>
        <source>Of a picture: light, dark, projector or grey</source>
        <translation>그림의 테마: light, dark, projector, grey</translation>
    </message>
    <message>
        <source>Of a picture: in pixels, as 1280x960, or as of an export: slide, half, 85mm</source>
        <translation>그림의 크기: 1280x960처럼 픽셀로, 또는 내보내기와 같이 slide, half, 85mm</translation>
    </message>
    <message>
        <source>What is told of each: outcome, final_loss, best_loss, steps, basin or losses</source>
        <translation>칸마다 알려 줄 것: outcome, final_loss, best_loss, steps, basin, losses</translation>
    </message>
    <message>
        <source>A file that ends in .png, .svg, .pdf, .csv, .npy or .json, or of a film in .webp, .mp4 or .gif; by default CSV on the screen</source>
        <translation>.png, .svg, .pdf, .csv, .npy, .json으로 끝나는 파일, 동영상은 .webp, .mp4, .gif. 없으면 화면에 CSV</translation>
    </message>
    <message>
        <source>A film over one more QUANTITY=FROM:TO:HOW_MANY, a frame for each of its values</source>
        <translation>QUANTITY=FROM:TO:HOW_MANY 하나를 더 바꾸는 동영상, 값마다 한 장면</translation>
    </message>
    <message>
        <source>A film that zooms to a place on the map, as 0.5,-0.25</source>
        <translation>지도의 한 곳으로 확대하는 동영상. 예: 0.5,-0.25</translation>
    </message>
    <message>
        <source>Of a film: frames for each second</source>
        <translation>동영상의 초당 장면 수</translation>
    </message>
    <message>
        <source>all, panel:N, loss, lr, every_lr or legend; of data, comparison for the table of the runs</source>
        <translation>all, panel:N, loss, lr, every_lr, legend 가운데 하나; 데이터라면 실행 비교표는 comparison</translation>
    </message>
    <message>
        <source>Of that film: how many times at its end; by default 1000</source>
        <translation>그 동영상의 마지막 배율, 기본은 1000</translation>
    </message>
    <message>
        <source>Of that film: how many; by default 60</source>
        <translation>그 동영상의 장면 수, 기본은 60</translation>
    </message>
    <message>
        <source>after %1 steps: theta = %2  loss = %3  overshoots = %4</source>
        <translation>%1단계 후: theta = %2  손실 = %3  오버슈팅 = %4회</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>Reset start</source>
        <translation>시작점 초기화</translation>
    </message>
    <message>
        <source>Overlay runs</source>
        <translation>겹쳐 보기</translation>
    </message>
    <message>
        <source>Runs side by side</source>
        <translation>나란히 보기</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <source>Duplicate run</source>
        <translation>실행 복제</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>실행 삭제</translation>
    </message>
    <message>
        <source>Series of rates</source>
        <translation>학습률 시리즈</translation>
    </message>
    <message>
        <source>Way to look</source>
        <translation>보는 방식</translation>
    </message>
    <message>
        <source>Line of the profile</source>
        <translation>단면의 직선</translation>
    </message>
    <message>
        <source>Show the chart of every η</source>
        <translation>모든 η의 차트 보이기</translation>
    </message>
    <message>
        <source>Close the chart of every η</source>
        <translation>모든 η의 차트 닫기</translation>
    </message>
</context>
<context>
    <name>Data</name>
    <message>
        <source>%1, standardized</source>
        <translation>%1 (표준화)</translation>
    </message>
    <message>
        <source>probability of 1</source>
        <translation>1일 확률</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>손실 %1</translation>
    </message>
    <message>
        <source>shaded: 1</source>
        <translation>음영: 1</translation>
    </message>
    <message>
        <source>stronger: the batch, %1 of %2 rows</source>
        <translation>진한 점: 배치, 전체 %2행 중 %1행</translation>
    </message>
    <message>
        <source>filled: the batch, %1 of %2 rows</source>
        <translation>채운 점: 배치, 전체 %2행 중 %1행</translation>
    </message>
    <message>
        <source>stronger: the batch</source>
        <translation>진한 점: 배치</translation>
    </message>
    <message>
        <source>filled: the batch</source>
        <translation>채운 점: 배치</translation>
    </message>
</context>
<context>
    <name>DataSet</name>
    <message>
        <source>Line with noise</source>
        <translation>노이즈가 있는 직선</translation>
    </message>
    <message>
        <source>A straight line that the targets scatter about.</source>
        <translation>목푯값이 직선 주위에 흩어져 있다.</translation>
    </message>
    <message>
        <source>Line with outliers</source>
        <translation>이상점이 있는 직선</translation>
    </message>
    <message>
        <source>A few rows far off the line: with squared errors they turn the valley.</source>
        <translation>몇몇 행이 직선에서 멀리 떨어져 있어, 제곱 오차를 쓰면 골짜기가 돌아간다.</translation>
    </message>
    <message>
        <source>Unequal scales</source>
        <translation>서로 다른 척도</translation>
    </message>
    <message>
        <source>Inputs far from 0: the curvatures differ a hundredfold until they are standardized.</source>
        <translation>입력이 0에서 멀어, 표준화하기 전에는 곡률이 백 배쯤 차이 난다.</translation>
    </message>
    <message>
        <source>S-curve</source>
        <translation>S자 곡선</translation>
    </message>
    <message>
        <source>A curve that levels off on both sides, with noise.</source>
        <translation>양쪽 끝이 평평해지는 곡선에 노이즈를 더했다.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>계단</translation>
    </message>
    <message>
        <source>−1 on the left and 1 on the right, with noise.</source>
        <translation>왼쪽은 −1, 오른쪽은 1이며 노이즈가 있다.</translation>
    </message>
    <message>
        <source>Pass or fail</source>
        <translation>합격과 불합격</translation>
    </message>
    <message>
        <source>Classes 0 and 1 of one input: the farther right, the likelier is 1.</source>
        <translation>입력 하나로 나뉘는 0과 1: 오른쪽으로 갈수록 1일 가능성이 크다.</translation>
    </message>
    <message>
        <source>Clouds that overlap</source>
        <translation>겹치는 두 무리</translation>
    </message>
    <message>
        <source>Two classes that no line can part: the loss has a minimum.</source>
        <translation>어떤 직선으로도 나눌 수 없는 두 클래스라서 손실에 최소점이 있다.</translation>
    </message>
    <message>
        <source>Clouds that can be separated</source>
        <translation>나눌 수 있는 두 무리</translation>
    </message>
    <message>
        <source>Two classes that a line parts: the weights grow for ever, and the loss falls for ever.</source>
        <translation>직선으로 나뉘는 두 클래스라서 가중치는 끝없이 커지고 손실은 끝없이 줄어든다.</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>The run began by %1, on a curve of equally low minima, and stayed.</source>
        <translation>똑같이 낮은 최소점들이 이루는 곡선 위의 점 %1 바로 곁에서 시작해 그대로 머물렀다.</translation>
    </message>
    <message>
        <source>The run settled at %1, on a curve of equally low minima, from step %2 on.</source>
        <translation>%2단계부터, 똑같이 낮은 최소점들이 이루는 곡선 위의 점 %1에 자리 잡았다.</translation>
    </message>
    <message>
        <source>The run began by %1, one of the %2 equally low minima in view, and stayed.</source>
        <translation>보이는 범위에 있는 똑같이 낮은 최소점 %2개 가운데 하나인 %1 바로 곁에서 시작해 그대로 머물렀다.</translation>
    </message>
    <message>
        <source>The run settled at %1, one of the %2 equally low minima in view, from step %3 on.</source>
        <translation>%3단계부터, 보이는 범위에 있는 똑같이 낮은 최소점 %2개 가운데 하나인 %1에 자리 잡았다.</translation>
    </message>
    <message>
        <source>The run began by the lowest minimum in view, %1, and stayed.</source>
        <translation>보이는 범위에서 가장 낮은 최소점 %1 바로 곁에서 시작해 그대로 머물렀다.</translation>
    </message>
    <message>
        <source>The run began by the minimum %1 and stayed; no lower one is known.</source>
        <translation>최소점 %1 바로 곁에서 시작해 그대로 머물렀다. 더 낮은 최소점은 알려져 있지 않다.</translation>
    </message>
    <message>
        <source>The run settled at the lowest minimum in view, %1, from step %2 on.</source>
        <translation>%2단계부터, 보이는 범위에서 가장 낮은 최소점 %1에 자리 잡았다.</translation>
    </message>
    <message>
        <source>The run settled at the minimum %1 from step %2 on; no lower one is known.</source>
        <translation>%2단계부터 최소점 %1에 자리 잡았다. 더 낮은 최소점은 알려져 있지 않다.</translation>
    </message>
    <message>
        <source>The run settled at the minimum %1 from step %2 on; at step %3 it had been at a loss %4 lower, where no minimum is known.</source>
        <translation>%2단계부터 최소점 %1에 자리 잡았으나, %3단계에서는 손실이 이보다 %4만큼 더 낮았고 그곳에는 알려진 최소점이 없다.</translation>
    </message>
    <message>
        <source>The run settled at the minimum %1 from step %2 on; the lowest known, %3, is %4 lower.</source>
        <translation>%2단계부터 최소점 %1에 자리 잡았지만, 알려진 가장 낮은 최소점 %3에서는 손실이 이보다 %4만큼 더 낮다.</translation>
    </message>
    <message>
        <source>Weight decay holds the run away from the minimum %1: from step %3 on it stays beside %2, where the two balance, %4 away from it and with a loss %5 higher.</source>
        <translation>가중치 감쇠 때문에 최소점 %1까지 가지 못하고, %3단계부터 기울기와 가중치 감쇠가 균형을 이루는 %2 근처에 머문다. 이곳은 최소점에서 %4만큼 떨어져 있고 손실은 %5만큼 더 높다.</translation>
    </message>
    <message>
        <source>There the curvature vanishes, so the nearer it comes the shorter its steps: the rest of the way takes ever longer.</source>
        <translation>그곳에서는 곡률이 사라지므로 가까이 갈수록 걸음이 짧아져, 남은 길을 가는 데 점점 더 오래 걸린다.</translation>
    </message>
    <message>
        <source>There the loss has a kink, where no gradient exists, and the run stands on it.</source>
        <translation>그곳에서는 손실 함수가 꺾여 기울기가 존재하지 않으며, 현재 위치가 바로 그 꺾인 점이다.</translation>
    </message>
    <message>
        <source>There the loss has a kink: beside it the gradient does not become small, only the steps did.</source>
        <translation>그곳에서는 손실 함수가 꺾이므로 바로 옆에서도 기울기는 작아지지 않고, 걸음만 짧아졌다.</translation>
    </message>
    <message>
        <source>There the loss has a kink: beside it the gradient does not become small.</source>
        <translation>그곳에서는 손실 함수가 꺾이므로 바로 옆에서도 기울기가 작아지지 않는다.</translation>
    </message>
    <message>
        <source>There the loss has a kink: beside it the gradient does not become small, so the run hops to and fro across it, lately by %1 a step.</source>
        <translation>그곳에서는 손실 함수가 꺾이므로 바로 옆에서도 기울기가 작아지지 않아, 꺾인 점을 이리저리 넘나들며 최근에는 걸음마다 %1만큼씩 튄다.</translation>
    </message>
    <message>
        <source>With μ ≥ 1 nothing slows the ball down: no η is stable.</source>
        <translation>μ ≥ 1에서는 공의 속도를 줄이는 것이 없어, 어떤 η 값에서도 안정하지 않다.</translation>
    </message>
    <message>
        <source>With this method steps are stable only for η &lt; %1, whatever the curvature.</source>
        <translation>이 방법의 걸음은 곡률이 얼마이든 η &lt; %1일 때만 안정하다.</translation>
    </message>
    <message>
        <source>The curvature is λ = %1 in every direction, so steps are stable only for η &lt; %2.</source>
        <translation>곡률이 모든 방향에서 λ = %1인 이곳에서는 η &lt; %2일 때만 걸음이 안정하다.</translation>
    </message>
    <message>
        <source>Along %1 the curvature is λ = %2, so steps are stable only for η &lt; %3.</source>
        <translation>곡률이 λ = %2인 %1 방향에서는 η &lt; %3일 때만 걸음이 안정하다.</translation>
    </message>
    <message>
        <source>Here η = %1: a single step along it arrives.</source>
        <translation>지금의 η = %1에서는 한 걸음 만에 거리가 모두 사라진다.</translation>
    </message>
    <message>
        <source>Here η = %1: in the long run the distance grows by the factor %2 per step.</source>
        <translation>지금의 η = %1에서는, 길게 보면 걸음마다 거리가 %2배로 늘어난다.</translation>
    </message>
    <message>
        <source>Here η = %1: in the long run each step leaves %2 of the distance.</source>
        <translation>지금의 η = %1에서는, 길게 보면 걸음마다 거리가 %2배로 줄어든다.</translation>
    </message>
    <message>
        <source>Here η = %1: each step leaves %2 of the distance.</source>
        <translation>지금의 η = %1에서는 걸음마다 거리가 %2배로 줄어든다.</translation>
    </message>
    <message>
        <source>Here η = %1: each step jumps across the valley and lands %2 times farther away.</source>
        <translation>지금의 η = %1에서는 걸음마다 골짜기를 건너뛰어 맞은편에 떨어지며, 거리는 %2배로 늘어난다.</translation>
    </message>
    <message>
        <source>Here η = %1: each step jumps across the valley and lands at %2 of the distance.</source>
        <translation>지금의 η = %1에서는 걸음마다 골짜기를 건너뛰어 맞은편에 떨어지며, 거리는 %2배로 줄어든다.</translation>
    </message>
    <message>
        <source>Along %1, where λ is only %2, it is slower: %3 steps for each further digit, against %4 along %5.</source>
        <translation>λ 값이 %2밖에 안 되는 %1 방향은 더 느려서, 정확도를 한 자리 더 높이는 데 %5 방향에서는 %4단계, 이 방향에서는 %3단계가 걸린다.</translation>
    </message>
    <message>
        <source>So near to the limit it is the steep direction that is slow: %1 steps for each further digit along %2, against %3 along %4.</source>
        <translation>한계에 이만큼 가까우면 오히려 가파른 방향이 느려서, 정확도를 한 자리 더 높이는 데 %4 방향에서는 %3단계, %2 방향에서는 %1단계가 걸린다.</translation>
    </message>
    <message>
        <source>Weight decay (w = %1) pulls towards the origin too, so the loss alone does not say what comes next.</source>
        <translation>가중치 감쇠(w = %1)도 원점 쪽으로 끌어당기므로, 손실만으로는 다음에 어떻게 될지 알 수 없다.</translation>
    </message>
    <message>
        <source>By then the schedule has let η fall to %1.</source>
        <translation>그때는 이미 스케줄에 따라 η 값이 %1까지 줄어 있었다.</translation>
    </message>
    <message>
        <source>The curvature vanishes there too, so it takes ever longer to move on.</source>
        <translation>그곳에서는 곡률도 사라지므로, 벗어나는 데 점점 더 오래 걸린다.</translation>
    </message>
    <message>
        <source>The run began beside the maximum %1 and has not left it: its gradient is %2.</source>
        <translation>극대점 %1 근처에서 시작해 아직 벗어나지 못했다(기울기 크기 %2).</translation>
    </message>
    <message>
        <source>The run began beside the saddle %1 and has not left it: its gradient is %2.</source>
        <translation>안장점 %1 근처에서 시작해 아직 벗어나지 못했다(기울기 크기 %2).</translation>
    </message>
    <message>
        <source>The run came to the maximum %1 and lingers: its gradient is %2.</source>
        <translation>극대점 %1 근처에 와서 머물러 있다(기울기 크기 %2).</translation>
    </message>
    <message>
        <source>The run came to the saddle %1 and lingers: its gradient is %2.</source>
        <translation>안장점 %1 근처에 와서 머물러 있다(기울기 크기 %2).</translation>
    </message>
    <message>
        <source>Along %1 the curvature is %2: the ground falls away there, but this method is drawn to such a point all the same; each step leaves %3 of the distance.</source>
        <translation>그곳에서 곡률이 %2인 %1 방향으로 곡면이 낮아지지만, 이 방법은 그런 점에도 끌려가서 걸음마다 거리가 %3배로 줄어든다.</translation>
    </message>
    <message>
        <source>Along %1 the curvature is %2: the ground falls away there, but this method is drawn to such a point all the same.</source>
        <translation>그곳에서 곡률이 %2인 %1 방향으로 곡면이 낮아지지만, 이 방법은 그런 점에도 끌려간다.</translation>
    </message>
    <message>
        <source>Along %1 the curvature is %2: the ground falls away there, but the run stands exactly on it and feels no slope that way.</source>
        <translation>그곳에서 곡률이 %2인 %1 방향으로 곡면이 낮아지지만, 현재 위치는 그 방향으로 조금도 벗어나 있지 않아 기울기의 그 방향 성분이 없다.</translation>
    </message>
    <message>
        <source>Along %1 the curvature is %2: the ground falls away there; measured along it, the run is %3 off.</source>
        <translation>그곳에서 곡률이 %2인 %1 방향으로 곡면이 낮아지며, 현재 위치는 그 방향으로 %3만큼 벗어나 있다.</translation>
    </message>
    <message>
        <source>Along %1 the curvature is %2: the ground falls away there; measured along it, the run is %3 off, and each step makes that %4 times as much.</source>
        <translation>그곳에서 곡률이 %2인 %1 방향으로 곡면이 낮아지며, 현재 위치는 그 방향으로 %3만큼 벗어나 있고 이 거리는 걸음마다 %4배가 된다.</translation>
    </message>
    <message>
        <source>About %1 more steps would show it.</source>
        <translation>%1단계쯤 더 가면 벗어나는 것이 눈에 보인다.</translation>
    </message>
    <message>
        <source>The ground is flat where the run stands: the gradient is %1, and only weight decay (w = %2) pulls.</source>
        <translation>지금 있는 곳은 평평하여(기울기 크기 %1) 가중치 감쇠(w = %2)만이 끌어당긴다.</translation>
    </message>
    <message>
        <source>The ground is flat where the run stands: the gradient is %1, and there is nothing to follow.</source>
        <translation>지금 있는 곳은 평평하여(기울기 크기 %1) 따라갈 경사가 없다.</translation>
    </message>
    <message>
        <source>Noise (σ = %1) moves it besides.</source>
        <translation>그 밖에 노이즈(σ = %1) 때문에도 위치가 움직인다.</translation>
    </message>
    <message>
        <source>It hops about the minimum %1, over the last %3 steps never farther from it than %2.</source>
        <translation>최소점 %1 주위에서 튀며, 마지막 %3단계 동안 최소점에서 %2보다 멀리 벗어난 적이 없다.</translation>
    </message>
    <message>
        <source>The curvature is λ = %1 in every direction, and η = %2 is exactly the limit %3: each step lands just as far away on the other side, for ever.</source>
        <translation>곡률이 모든 방향에서 λ = %1인 이곳에서 η = %2 값은 정확히 한계 %3에 놓이므로, 걸음마다 맞은편의 똑같이 먼 곳에 떨어지기를 끝없이 되풀이한다.</translation>
    </message>
    <message>
        <source>Along %1 the curvature is λ = %2, and η = %3 is exactly the limit %4: each step lands just as far away on the other side, for ever.</source>
        <translation>곡률이 λ = %2인 %1 방향에서 η = %3 값은 정확히 한계 %4에 놓이므로, 걸음마다 맞은편의 똑같이 먼 곳에 떨어지기를 끝없이 되풀이한다.</translation>
    </message>
    <message>
        <source>The run repeats itself every %1 steps.</source>
        <translation>%1단계마다 같은 움직임이 되풀이된다.</translation>
    </message>
    <message>
        <source>The steps keep turning back and do not get shorter.</source>
        <translation>걸음의 방향이 계속 뒤바뀌며, 걸음이 짧아지지 않는다.</translation>
    </message>
    <message>
        <source>The steps keep turning back.</source>
        <translation>걸음의 방향이 계속 뒤바뀐다.</translation>
    </message>
    <message>
        <source>Over the last %2 steps the loss stays at %1.</source>
        <translation>마지막 %2단계 동안 손실은 %1에 머문다.</translation>
    </message>
    <message>
        <source>Over the last %3 steps the loss lies between %1 and %2.</source>
        <translation>마지막 %3단계 동안 손실은 %1에서 %2 사이에 있다.</translation>
    </message>
    <message>
        <source>The nearest minimum, %1, is a kink: beside it the gradient does not become small, so the steps do not either.</source>
        <translation>가장 가까운 최소점 %1에서는 손실 함수가 꺾이므로, 바로 옆에서도 기울기가 작아지지 않고 걸음도 짧아지지 않는다.</translation>
    </message>
    <message>
        <source>The nearest minimum, %1, has curvature λ = %2, and η = %3 is above its limit %4: it cannot hold the run, for beside it the distance grows.</source>
        <translation>가장 가까운 최소점 %1에서는 η = %3 값이 곡률 λ = %2에 대한 한계 %4보다 커서, 가까이 가도 걸음마다 거리가 늘어나므로 그곳에 머물 수 없다.</translation>
    </message>
    <message>
        <source>The noise (σ = %1) keeps the run moving: over its second half the loss is on average %2.</source>
        <translation>노이즈(σ = %1) 때문에 위치가 멈추지 않고 계속 움직이며, 후반부의 평균 손실은 %2 정도이다.</translation>
    </message>
    <message>
        <source>The noise (σ = %1) keeps the run moving: over its second half the loss is on average %2 above the lowest known and falls no further.</source>
        <translation>노이즈(σ = %1) 때문에 위치가 멈추지 않고 계속 움직이며, 후반부의 손실은 알려진 가장 낮은 최솟값보다 평균 %2만큼 높고 더는 줄어들지 않는다.</translation>
    </message>
    <message>
        <source>The noise (σ = %1) keeps the run moving: over its second half the loss is on average %2 above the lowest known.</source>
        <translation>노이즈(σ = %1) 때문에 위치가 멈추지 않고 계속 움직이며, 후반부의 손실은 알려진 가장 낮은 최솟값보다 평균 %2만큼 높다.</translation>
    </message>
    <message>
        <source>For this η the theory expects %1.</source>
        <translation>이론에 따르면 이 η 값에서는 평균 %1만큼 높을 것으로 예상된다.</translation>
    </message>
    <message>
        <source>A smaller or a decaying η lowers this floor.</source>
        <translation>η 값을 줄이거나 감쇠시키면 이 노이즈 바닥이 낮아진다.</translation>
    </message>
    <message>
        <source>The run stands at the minimum %1, but this method would not stay there: going on with this η, it would be thrown out after %2 more steps.</source>
        <translation>지금은 최소점 %1에 있지만 이 방법으로는 그곳에 머물지 못하며, 이 η 값으로 계속하면 앞으로 %2단계 뒤에 튕겨 나간다.</translation>
    </message>
    <message>
        <source>At step %1 it had been far lower, at %2.</source>
        <translation>%1단계에서는 손실이 훨씬 낮은 %2까지 내려갔었다.</translation>
    </message>
    <message>
        <source>Going on like this it would be gone: after %1 more steps the numbers overflow.</source>
        <translation>이대로 계속하면 끝없이 멀어져, 앞으로 %1단계 뒤에 수치 오버플로가 일어난다.</translation>
    </message>
    <message>
        <source>Weight decay (w = %1) pulls it towards the origin, here against the slope.</source>
        <translation>가중치 감쇠(w = %1)가 원점 쪽으로 끌어당기는데, 여기서는 경사를 거슬러 오르는 방향이다.</translation>
    </message>
    <message>
        <source>The loss is still %1 above the lowest known; the nearest minimum, %2 away, lies %3 above it itself.</source>
        <translation>손실은 알려진 가장 낮은 최솟값보다 아직 %1만큼 높다. %2만큼 떨어진 가장 가까운 최소점도 그 최솟값보다 %3만큼 높다.</translation>
    </message>
    <message>
        <source>The loss is still %1 above the lowest known, and the nearest minimum known is %2 away.</source>
        <translation>손실은 알려진 가장 낮은 최솟값보다 아직 %1만큼 높고, 알려진 최소점 가운데 가장 가까운 것은 %2만큼 떨어져 있다.</translation>
    </message>
    <message>
        <source>The steps ended while the loss was still falling on average.</source>
        <translation>정해진 단계가 끝났을 때 손실은 평균적으로 아직 줄어들고 있었다.</translation>
    </message>
    <message>
        <source>The steps ended before anything had settled.</source>
        <translation>정해진 단계가 끝날 때까지 자리 잡지 못했다.</translation>
    </message>
    <message>
        <source>The steps ended while the loss was still falling: from %1 at step %2 to %3.</source>
        <translation>정해진 단계가 끝났을 때 손실은 %2단계의 %1에서 %3까지 내려와 아직 줄어들고 있었다.</translation>
    </message>
    <message>
        <source>When the steps ended momentum was carrying the run uphill: the loss rose from %1 at step %2 to %3.</source>
        <translation>정해진 단계가 끝났을 때 모멘텀에 실려 오르막을 오르고 있었고, 손실은 %2단계의 %1에서 %3까지 커졌다.</translation>
    </message>
    <message>
        <source>When the steps ended the loss was rising: from %1 at step %2 to %3.</source>
        <translation>정해진 단계가 끝났을 때 손실은 %2단계의 %1에서 %3까지 올라와 계속 커지고 있었다.</translation>
    </message>
    <message>
        <source>The run stands still: the schedule has let η fall to %1, and the loss has stayed at %2 since step %3.</source>
        <translation>스케줄에 따라 η 값이 %1까지 줄어 더는 움직이지 않으며, 손실은 %3단계부터 %2에 머물러 있다.</translation>
    </message>
    <message>
        <source>The loss has hardly changed since step %1: it stands at %2.</source>
        <translation>손실은 %1단계부터 거의 변하지 않고 %2에 머물러 있다.</translation>
    </message>
    <message>
        <source>The steps ended while the run was still swinging.</source>
        <translation>정해진 단계가 끝났을 때 아직 진동하고 있었다.</translation>
    </message>
    <message>
        <source>What is left lies along %1, where λ = %2 is near the limit: each step takes off %3 % of the distance, and %4 more would bring it near.</source>
        <translation>남은 거리는 λ = %2 값이 한계에 가까운 %1 방향에 있으며, 걸음마다 %3%씩 줄어들어 앞으로 %4단계면 최소점 가까이에 이른다.</translation>
    </message>
    <message>
        <source>What is left lies along %1, where λ is only %2: each step takes off %3 % of the distance, and %4 more would bring it near.</source>
        <translation>남은 거리는 λ 값이 %2밖에 안 되는 %1 방향에 있으며, 걸음마다 %3%씩 줄어들어 앞으로 %4단계면 최소점 가까이에 이른다.</translation>
    </message>
    <message>
        <source>With η as it is now, %1 more steps would leave a hundredth of that gap.</source>
        <translation>지금의 η 값으로는 %1단계를 더 가면 그 차이가 100분의 1만 남는다.</translation>
    </message>
    <message>
        <source>At the end λ = %1, so the limit there is %2; η = %3 is only %4 % of it.</source>
        <translation>마지막 위치의 λ = %1에서 한계는 %2인데, η = %3 값은 그 한계의 %4%에 지나지 않는다.</translation>
    </message>
    <message>
        <source>The loss falls for ever this way: it is down to %1, and no minimum is known below it.</source>
        <translation>이쪽으로는 손실이 끝없이 줄어든다. 이미 %1까지 내려갔고, 그 아래에 알려진 최소점은 없다.</translation>
    </message>
    <message>
        <source>At step %1 the numbers overflow.</source>
        <translation>%1단계에서 수치 오버플로가 일어난다.</translation>
    </message>
    <message>
        <source>The loss rose from %1 to %2.</source>
        <translation>손실이 %1에서 %2까지 커졌다.</translation>
    </message>
    <message>
        <source>At step %1 the curvature was λ = %2 along %3, where steps are stable only for η &lt; %4, and η was %5.</source>
        <translation>%1단계에서 곡률이 λ = %2인 %3 방향으로는 η &lt; %4일 때만 걸음이 안정한데, 그때의 η = %5 값은 이 범위를 벗어났다.</translation>
    </message>
    <message>
        <source>At step %1 the curvature was λ = %2 along %3; by the rule of thumb %4 the rate η = %5 was too large for it.</source>
        <translation>어림 규칙 %4에 따르면, %1단계의 학습률 η = %5 값은 %3 방향의 곡률 λ = %2에 비해 너무 컸다.</translation>
    </message>
    <message>
        <source>From step %1 on it is farther from the domain than a hundred times its size; at step %2 the numbers overflow.</source>
        <translation>%1단계부터 정의역에서 그 크기의 100배 넘게 떨어져 있으며, %2단계에서 수치 오버플로가 일어난다.</translation>
    </message>
    <message>
        <source>From step %1 on it is farther from the domain than a hundred times its size.</source>
        <translation>%1단계부터 정의역에서 그 크기의 100배 넘게 떨어져 있다.</translation>
    </message>
    <message>
        <source>When the steps ended it was still on its way out.</source>
        <translation>정해진 단계가 끝났을 때 아직 밖으로 멀어지고 있었다.</translation>
    </message>
    <message>
        <source>Step %1, from %2, is too long for any number: it overflows.</source>
        <translation>%2에서 내디딘 %1번째 걸음은 어떤 수로도 나타낼 수 없을 만큼 길어 오버플로가 일어난다.</translation>
    </message>
    <message>
        <source>Step %1, from %2, leads to %3, where the loss is %4 but has no gradient.</source>
        <translation>%2에서 내디딘 %1번째 걸음은 %3에 이르는데, 그곳에서 손실은 %4 값을 갖지만 기울기가 없다.</translation>
    </message>
    <message>
        <source>Step %1, from %2, leads to %3, where the loss is no finite number.</source>
        <translation>%2에서 내디딘 %1번째 걸음은 %3에 이르는데, 그곳의 손실은 유한한 값을 갖지 않는다.</translation>
    </message>
    <message>
        <source>On the way it was thrown uphill: the loss rose from %1 to %2 at step %3, and it landed where the ground is flatter, λ = %4 instead of %5.</source>
        <translation>도중에 위로 튕겨 올라가 손실이 %1에서 %3단계의 %2까지 커졌고, λ 값이 %5에서 %4까지 작아진 더 평평한 곳에 내려앉았다.</translation>
    </message>
    <message>
        <source>At step %1 it jumped out of the basin of the minimum %2 into that of %3.</source>
        <translation>%1단계에서 최소점 %2의 흡인 영역을 뛰쳐나와 최소점 %3의 흡인 영역에 들어갔다.</translation>
    </message>
    <message>
        <source>At step %1 it drifted over the ridge from the basin of the minimum %2 into that of %3.</source>
        <translation>%1단계에서 최소점 %2의 흡인 영역을 떠나, 능선을 서서히 넘어 최소점 %3의 흡인 영역에 흘러들었다.</translation>
    </message>
    <message>
        <source>From step %1 on the schedule keeps η below the stability limit of this minimum (%2 &lt; %3), and the run came to rest.</source>
        <translation>%1단계부터 스케줄에 따라 η 값이 이 최소점의 안정 한계 아래로 유지되어(%2 &lt; %3) 움직임이 잦아들었다.</translation>
    </message>
    <message>
        <source>It began outside the domain and came in at step %1; the last time it was outside was from step %2 to step %3.</source>
        <translation>정의역 밖에서 시작해 %1단계에서 안에 들어왔고, 마지막으로는 %2단계부터 %3단계까지 밖에 있었다.</translation>
    </message>
    <message>
        <source>It began outside the domain and came in at step %1; since step %2 it is outside again.</source>
        <translation>정의역 밖에서 시작해 %1단계에서 안에 들어왔으나, %2단계부터 다시 밖에 있다.</translation>
    </message>
    <message>
        <source>It left the domain %1 times, the last time from step %2 to step %3.</source>
        <translation>정의역을 %1번 벗어났으며, 마지막으로는 %2단계부터 %3단계까지 밖에 있었다.</translation>
    </message>
    <message>
        <source>It left the domain %1 times, the last time at step %2, and is outside.</source>
        <translation>정의역을 %1번 벗어났으며, %2단계에서 마지막으로 나간 뒤 지금도 밖에 있다.</translation>
    </message>
    <message>
        <source>It began outside the domain and came in at step %1.</source>
        <translation>정의역 밖에서 시작해 %1단계에서 안에 들어왔다.</translation>
    </message>
    <message>
        <source>It began outside the domain and is outside still.</source>
        <translation>정의역 밖에서 시작해 아직도 밖에 있다.</translation>
    </message>
    <message>
        <source>It left the domain at step %1 and was back at step %2.</source>
        <translation>%1단계에서 정의역을 벗어났다가 %2단계에서 돌아왔다.</translation>
    </message>
    <message>
        <source>It is outside the domain, which it left at step %1; far out there the loss falls below anything in the domain.</source>
        <translation>%1단계에서 정의역을 벗어나 지금도 밖에 있으며, 그 먼 바깥에서는 손실이 정의역 안의 어떤 값보다도 낮아진다.</translation>
    </message>
    <message>
        <source>It is outside the domain, which it left at step %1.</source>
        <translation>%1단계에서 정의역을 벗어나 지금도 밖에 있다.</translation>
    </message>
    <message>
        <source>One step overshot, step %1; it did not raise the loss.</source>
        <translation>오버슈팅은 %1번째 걸음에서 한 번 있었지만, 그때 손실은 커지지 않았다.</translation>
    </message>
    <message>
        <source>One step overshot, step %1; it raised the loss.</source>
        <translation>오버슈팅은 %1번째 걸음에서 한 번 있었으며, 이때 손실이 커졌다.</translation>
    </message>
    <message>
        <source>It overshot in %1 steps, first in step %2; none of them raised the loss.</source>
        <translation>오버슈팅은 %2번째 걸음에서 처음 나타나 모두 %1번 있었지만, 그때 손실이 커진 적은 없다.</translation>
    </message>
    <message>
        <source>It overshot in %1 steps, first in step %2; %3 of them raised the loss.</source>
        <translation>오버슈팅은 %2번째 걸음에서 처음 나타나 모두 %1번 있었으며, 그 가운데 %3번은 손실이 커졌다.</translation>
    </message>
    <message>
        <source>Each step of this method moves every coordinate by η, however small the gradient: as long as η stays, it cannot come to rest.</source>
        <translation>이 방법은 기울기가 아무리 작아도 걸음마다 모든 좌표를 η만큼 움직이므로, η 값이 그대로인 한 멈출 수 없다.</translation>
    </message>
    <message>
        <source>This method follows the gradient ρ = %1 uphill of where it stands, which does not vanish at a minimum: as long as η stays, it hops across it.</source>
        <translation>이 방법은 지금 위치에서 오르막 쪽으로 ρ = %1만큼 떨어진 곳의 기울기를 따르는데, 이 기울기는 최소점에서도 사라지지 않으므로 η 값이 그대로인 한 최소점을 넘나들며 튄다.</translation>
    </message>
    <message>
        <source>A smaller or a decaying η, or larger batches, lower this floor.</source>
        <translation>η 값을 줄이거나 점차 낮추거나 배치를 키우면 이 바닥이 낮아진다.</translation>
    </message>
    <message>
        <source>A line parts the two classes, so this loss has no minimum: the larger the weights, the surer the model is of every row, and the lower the loss.</source>
        <translation>두 클래스가 직선으로 나뉘므로 이 손실에는 최소점이 없다. 가중치가 클수록 모델은 모든 행을 더 확신하고 손실은 낮아진다.</translation>
    </message>
    <message>
        <source>They grow for ever, ever more slowly: from ‖θ‖ = %1 at step %2 to %3 at the end, where the loss is %4. That is no fault of η; weight decay, or an end to the training, would stop them.</source>
        <translation>가중치는 점점 느리게, 끝없이 커진다. %2단계의 ‖θ‖ = %1에서 마지막에는 %3까지 커졌고 그때의 손실은 %4이다. η 탓이 아니며, 가중치 감쇠를 쓰거나 학습을 끝내면 멈춘다.</translation>
    </message>
    <message>
        <source>Step %1, from %2, leads to %3, off the grid: nothing was measured there, so nobody knows how the run would go on.</source>
        <translation>%1번째 단계는 %2에서 격자 밖의 %3까지 간다. 그곳은 측정되지 않았으므로 그 뒤는 알 수 없다.</translation>
    </message>
    <message>
        <source>Here λ is the curvature of the loss on all rows; that of each batch is another.</source>
        <translation>여기서 λ는 모든 행에 대한 손실의 곡률이다. 배치마다 곡률은 다르다.</translation>
    </message>
    <message>
        <source>With η as it is now, even ten times as many steps would not bring that gap down to a hundredth of it.</source>
        <translation>지금의 η로는 단계가 열 배로 늘어도 이 차이가 백분의 일로 줄지 않는다.</translation>
    </message>
    <message>
        <source>With η as it is now, not even %1 more steps would bring that gap down to a hundredth of it.</source>
        <translation>지금의 η로는 %1단계를 더 가도 이 차이가 백분의 일로 줄지 않는다.</translation>
    </message>
    <message>
        <source>That its steps see other batches (B = %1) moves it besides.</source>
        <translation>단계마다 다른 %1행짜리 배치를 쓰는 것도 실행을 흔든다.</translation>
    </message>
    <message>
        <source>That each step sees another batch (B = %1) keeps the run moving: over its second half the loss on all rows is on average %2.</source>
        <translation>단계마다 다른 %1행짜리 배치를 쓰므로 계속 움직인다. 후반부에서 전체 행의 손실은 평균 %2이다.</translation>
    </message>
    <message>
        <source>That each step sees another batch (B = %1) keeps the run moving: over its second half the loss on all rows is on average %2 above the lowest known and falls no further.</source>
        <translation>단계마다 다른 %1행짜리 배치를 쓰므로 계속 움직인다. 후반부에서 전체 행의 손실은 알려진 최저 손실보다 평균 %2만큼 높고 더 낮아지지 않는다.</translation>
    </message>
    <message>
        <source>That each step sees another batch (B = %1) keeps the run moving: over its second half the loss on all rows is on average %2 above the lowest known.</source>
        <translation>단계마다 다른 %1행짜리 배치를 쓰므로 계속 움직인다. 후반부에서 전체 행의 손실은 알려진 최저 손실보다 평균 %2만큼 높다.</translation>
    </message>
    <message>
        <source>A line parts the two classes, so the weights would grow for ever; weight decay (w = %1) holds them: from step %2 on the run stays beside %3, where the two balance, at the loss %4.</source>
        <translation>두 클래스가 직선으로 나뉘므로 가중치는 끝없이 커질 것이나, 가중치 감쇠(w = %1)가 붙든다. 둘이 균형을 이루는 %3 옆에 %2단계부터 머무르며, 손실은 %4이다.</translation>
    </message>
</context>
<context>
    <name>ExportChoices</name>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>프로젝터</translation>
    </message>
    <message>
        <source>Grey, for paper</source>
        <translation>회색조(인쇄용)</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Drag a start</source>
        <translation>시작점 끌어 보기</translation>
    </message>
    <message>
        <source>The ring on a map is where its run starts. Drag it: the whole path follows at once.</source>
        <translation>지도 위의 고리가 실행의 시작점이다. 고리를 끌면 경로 전체가 바로 따라 바뀐다.</translation>
    </message>
    <message>
        <source>Change the learning rate η</source>
        <translation>학습률 η 바꾸기</translation>
    </message>
    <message>
        <source>Type it here or over a map, or drag the slider. Rates in the green zone are stable; beyond its end, the limit 2/λ, steps grow.</source>
        <translation>여기나 지도 위 칸에 값을 입력하거나 슬라이더를 끌면 된다. 녹색 구간의 학습률은 안정하고, 그 끝인 한계 2/λ를 넘으면 걸음이 점점 커진다.</translation>
    </message>
    <message>
        <source>Play and scrub</source>
        <translation>재생하고 훑어보기</translation>
    </message>
    <message>
        <source>Space plays and pauses, ← and → go one step. Drag along this bar, or in a chart, to look at any step.</source>
        <translation>Space 키로 재생하거나 멈추고, ←와 → 키로 한 단계씩 움직인다. 이 막대나 차트에서 끌면 원하는 단계를 볼 수 있다.</translation>
    </message>
    <message>
        <source>Choose what to look at</source>
        <translation>볼거리 고르기</translation>
    </message>
    <message>
        <source>Each scenario shows one thing that learning rates do. Help, in the menu ☰, explains the picture, lists the keys and brings these hints back.</source>
        <translation>시나리오마다 학습률이 일으키는 현상을 하나씩 보여 준다. 메뉴 ☰의 도움말에서 그림 읽는 법과 단축키를 볼 수 있고, 이 안내도 다시 불러올 수 있다.</translation>
    </message>
</context>
<context>
    <name>Formula</name>
    <message>
        <source>write %1(…, …)</source>
        <translation>%1(…, …) 꼴로 쓰면 된다</translation>
    </message>
    <message>
        <source>there is no ( for this )</source>
        <translation>이 ) 앞에 짝이 되는 여는 괄호가 없다</translation>
    </message>
    <message>
        <source>remove it, or open a ( before</source>
        <translation>지우거나 앞에 여는 괄호를 넣으면 된다</translation>
    </message>
    <message>
        <source>expected + − * / ^ or the end</source>
        <translation>이 자리에는 + − * / ^ 중 하나가 오거나 수식이 끝나야 한다</translation>
    </message>
    <message>
        <source>the formula ends here</source>
        <translation>수식이 도중에 끝난다</translation>
    </message>
    <message>
        <source>an = has no place in a formula</source>
        <translation>수식에는 = 기호를 쓸 수 없다</translation>
    </message>
    <message>
        <source>write only what f(x, y) is</source>
        <translation>f(x, y)의 식만 쓰면 된다</translation>
    </message>
    <message>
        <source>bars are not known</source>
        <translation>세로줄 기호는 쓸 수 없다</translation>
    </message>
    <message>
        <source>write abs(…) for an absolute value</source>
        <translation>절댓값은 abs(…) 꼴로 쓰면 된다</translation>
    </message>
    <message>
        <source>the sign √ is not known</source>
        <translation>√ 기호는 쓸 수 없다</translation>
    </message>
    <message>
        <source>write sqrt(…)</source>
        <translation>sqrt(…) 꼴로 쓰면 된다</translation>
    </message>
    <message>
        <source>a comma stands only between the arguments of min and max</source>
        <translation>쉼표는 min, max 함수의 인수 사이에만 쓸 수 있다</translation>
    </message>
    <message>
        <source>write 1.5 with a point</source>
        <translation>소수는 1.5처럼 점을 찍어 쓰면 된다</translation>
    </message>
    <message>
        <source>** is not known</source>
        <translation>** 기호는 쓸 수 없다</translation>
    </message>
    <message>
        <source>write ^ for a power</source>
        <translation>거듭제곱에는 ^ 기호를 쓰면 된다</translation>
    </message>
    <message>
        <source>a number cannot follow here</source>
        <translation>여기에는 수를 바로 이어 쓸 수 없다</translation>
    </message>
    <message>
        <source>write * between</source>
        <translation>사이에 * 기호를 넣으면 된다</translation>
    </message>
    <message>
        <source>an invisible character stands here</source>
        <translation>여기에 보이지 않는 문자가 있다</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>지우면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot stand here</source>
        <translation>여기에는 ‘%1’ 문자를 쓸 수 없다</translation>
    </message>
    <message>
        <source>this is nested too deeply</source>
        <translation>식이 너무 깊이 중첩되어 있다</translation>
    </message>
    <message>
        <source>nest at most %1 levels</source>
        <translation>중첩을 %1겹 이하로 줄이면 된다</translation>
    </message>
    <message>
        <source>expected a number, x, y, a letter, a function or (</source>
        <translation>이 자리에는 수, x, y, 영문자, 함수, 여는 괄호 중 하나가 와야 한다</translation>
    </message>
    <message>
        <source>expected + − * / ^ or )</source>
        <translation>이 자리에는 + − * / ^ 또는 닫는 괄호가 와야 한다</translation>
    </message>
    <message>
        <source>the ( in column %1 is not closed</source>
        <translation>%1번째 글자의 여는 괄호가 닫히지 않았다</translation>
    </message>
    <message>
        <source>expected )</source>
        <translation>닫는 괄호가 와야 한다</translation>
    </message>
    <message>
        <source>a point alone is not a number</source>
        <translation>소수점만으로는 수가 되지 않는다</translation>
    </message>
    <message>
        <source>write a number such as 0.5</source>
        <translation>0.5 같은 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>this number is too large or too small</source>
        <translation>수가 너무 크거나 너무 작다</translation>
    </message>
    <message>
        <source>write one between 1e-307 and 1e308</source>
        <translation>1e-307에서 1e308 사이의 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a variable</source>
        <translation>‘%1’ 문자는 변수가 아니다</translation>
    </message>
    <message>
        <source>write x and y as small letters</source>
        <translation>변수는 x, y처럼 소문자로 쓰면 된다</translation>
    </message>
    <message>
        <source>there is nothing called &apos;%1&apos;</source>
        <translation>이름이 ‘%1’인 함수나 상수가 없다</translation>
    </message>
    <message>
        <source>write log for the natural logarithm</source>
        <translation>자연로그에는 log 함수를 쓰면 된다</translation>
    </message>
    <message>
        <source>write %1^%2 for a power, %1*%2 for a product</source>
        <translation>거듭제곱은 %1^%2, 곱은 %1*%2 꼴로 쓰면 된다</translation>
    </message>
    <message>
        <source>write %1*%2 if you mean a product</source>
        <translation>곱이라면 %1*%2 꼴로 쓰면 된다</translation>
    </message>
    <message>
        <source>use single letters for parameters, and * between factors</source>
        <translation>매개변수 이름은 한 글자로 하고 곱셈에는 * 기호를 쓰면 된다</translation>
    </message>
    <message>
        <source>expected ( after %1</source>
        <translation>%1 뒤에는 여는 괄호가 와야 한다</translation>
    </message>
    <message>
        <source>%1 needs two arguments</source>
        <translation>%1 함수에는 인수가 두 개 필요하다</translation>
    </message>
    <message>
        <source>expected a comma: %1 takes two arguments</source>
        <translation>%1 함수는 인수가 두 개이므로 이 자리에 쉼표가 와야 한다</translation>
    </message>
    <message>
        <source>%1 takes only two arguments</source>
        <translation>%1 함수의 인수는 두 개뿐이다</translation>
    </message>
    <message>
        <source>the text is not UTF-8 here</source>
        <translation>이 자리의 글자가 UTF-8 형식이 아니다</translation>
    </message>
    <message>
        <source>type the formula anew</source>
        <translation>수식을 새로 입력해야 한다</translation>
    </message>
    <message>
        <source>the formula is too long</source>
        <translation>수식이 너무 길다</translation>
    </message>
    <message>
        <source>use at most %1 characters</source>
        <translation>%1자 이내로 쓰면 된다</translation>
    </message>
</context>
<context>
    <name>Freedom</name>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>optimizer</source>
        <translation>최적화 알고리즘</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>단계 수</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>batches</source>
        <translation>미니배치</translation>
    </message>
    <message>
        <source>standardizing</source>
        <translation>표준화</translation>
    </message>
</context>
<context>
    <name>Guess</name>
    <message>
        <source>converges</source>
        <translation>수렴</translation>
    </message>
    <message>
        <source>bounces</source>
        <translation>진동</translation>
    </message>
    <message>
        <source>trapped</source>
        <translation>갇힘</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>안장점</translation>
    </message>
    <message>
        <source>diverges</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>너무 느림</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>How the run ended, in one word.</source>
        <translation>실행이 어떻게 끝났는지 한 낱말로 말한다.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Why it ended so, with this run&apos;s own numbers: read it first.</source>
        <translation>왜 그렇게 끝났는지 이 실행의 수치로 말한다. 가장 먼저 읽을 곳이다.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>The ring is where the run begins; drag it, and see how the path changes.</source>
        <translation>고리가 실행이 시작되는 곳이다. 끌어 옮기면 경로가 어떻게 달라지는지 보인다.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>Each dot is one step; the farther apart two of them are, the longer the step.</source>
        <translation>점 하나가 한 걸음이다. 두 점이 멀수록 걸음이 길다.</translation>
    </message>
    <message>
        <source>Overshoot</source>
        <translation>오버슈팅</translation>
    </message>
    <message>
        <source>A step that crosses the valley was too long for its walls: see whether the next is shorter.</source>
        <translation>골짜기를 건너뛴 걸음은 벽의 기울기에 비해 너무 길었던 것이다. 다음 걸음이 더 짧아지는지 본다.</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>현재 위치</translation>
    </message>
    <message>
        <source>Where the run is at the playhead; what comes after is faint, on the map and in the charts.</source>
        <translation>재생 위치에서 실행이 와 있는 곳이다. 그 뒤의 경로와 곡선은 지도와 차트에서 흐리게 보인다.</translation>
    </message>
    <message>
        <source>Minimum ★</source>
        <translation>최소점 ★</translation>
    </message>
    <message>
        <source>The lowest point there is: see whether the path ends there.</source>
        <translation>가장 낮은 점이다. 경로가 여기서 끝나는지 본다.</translation>
    </message>
    <message>
        <source>Saddle ✕</source>
        <translation>안장점 ✕</translation>
    </message>
    <message>
        <source>Level ground that falls to two sides: near it runs are slow.</source>
        <translation>양쪽으로 내려가는 평평한 곳이다. 이 근처에서는 실행이 느려진다.</translation>
    </message>
    <message>
        <source>Contour line</source>
        <translation>등고선</translation>
    </message>
    <message>
        <source>Along it the loss is the same; where lines are close, the slope is steep.</source>
        <translation>한 선 위에서는 손실이 같다. 선이 촘촘한 곳은 비탈이 가파르다.</translation>
    </message>
    <message>
        <source>Loss curve</source>
        <translation>손실 곡선</translation>
    </message>
    <message>
        <source>Where the scale is logarithmic, a straight fall means the same factor in every step.</source>
        <translation>로그 눈금에서 곧게 내려가면 걸음마다 같은 비율로 줄어든다는 뜻이다.</translation>
    </message>
    <message>
        <source>End mark</source>
        <translation>끝 표시</translation>
    </message>
    <message>
        <source>Where and when a run went wrong; others have none.</source>
        <translation>실행이 어디서 언제 잘못되었는지 알린다. 잘 끝난 실행에는 없다.</translation>
    </message>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>η of each step: level if it is constant, otherwise the shape of its schedule.</source>
        <translation>단계마다의 η 값이다. 일정하면 수평선이고, 아니면 스케줄의 모양을 그린다.</translation>
    </message>
    <message>
        <source>Limit 2/λ</source>
        <translation>한계 2/λ</translation>
    </message>
    <message>
        <source>Dashed, from the curvature λ along the path: of plain descent, steps across the valley shrink while η is below it and grow while η is above.</source>
        <translation>경로의 곡률 λ에서 구한 점선이다. 기본 경사하강법에서 골짜기를 건너는 걸음은 η 값이 이 선 아래면 줄어들고 위면 커진다.</translation>
    </message>
</context>
<context>
    <name>LossFunction</name>
    <message>
        <source>A formula of your own.</source>
        <translation>직접 입력한 수식이다.</translation>
    </message>
    <message>
        <source>Bowl</source>
        <translation>이차 그릇</translation>
    </message>
    <message>
        <source>Every direction has the same curvature, so one learning rate suits all of them.</source>
        <translation>모든 방향의 곡률이 같아서 학습률 하나로 충분하다.</translation>
    </message>
    <message>
        <source>Ravine</source>
        <translation>협곡</translation>
    </message>
    <message>
        <source>The steep walls limit the learning rate, the flat floor makes that rate slow.</source>
        <translation>가파른 벽 때문에 학습률이 제한되고, 그 학습률로는 평평한 바닥을 더디게 나아간다.</translation>
    </message>
    <message>
        <source>One dimension only: each step multiplies x by 1 − 2aη, as in every first lesson.</source>
        <translation>첫 수업에 늘 나오는 1차원 문제로, 단계마다 x 값이 (1 − 2aη)배가 된다.</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>Booth 함수</translation>
    </message>
    <message>
        <source>A ravine that lies across the axes: curvature 18 along the diagonal, 2 across it.</source>
        <translation>축에 비스듬히 놓인 협곡이다. 곡률은 대각선 방향으로 18, 그에 수직인 방향으로 2다.</translation>
    </message>
    <message>
        <source>Matyas</source>
        <translation>Matyas 함수</translation>
    </message>
    <message>
        <source>A long diagonal valley, 25 times flatter along its floor than across.</source>
        <translation>대각선으로 길게 뻗은 골짜기로, 바닥 방향의 곡률이 가로지르는 방향의 25분의 1밖에 안 된다.</translation>
    </message>
    <message>
        <source>Rosenbrock valley</source>
        <translation>로젠브록 골짜기</translation>
    </message>
    <message>
        <source>A curved valley whose floor is nearly flat: the classic test of patience.</source>
        <translation>굽은 골짜기의 바닥이 거의 평평하다. 인내심을 시험하는 고전적인 문제다.</translation>
    </message>
    <message>
        <source>River valley</source>
        <translation>강 골짜기</translation>
    </message>
    <message>
        <source>A large η bounces between the banks but travels fast downriver; letting it decay at the end drops it onto the river.</source>
        <translation>η 값이 크면 양쪽 강둑 사이를 튀지만 하류로 빠르게 나아간다. 마지막에 η 값을 줄이면 강으로 내려앉는다.</translation>
    </message>
    <message>
        <source>Beale</source>
        <translation>Beale 함수</translation>
    </message>
    <message>
        <source>Flat in the middle, steep as a cliff in the corners: one η cannot suit both.</source>
        <translation>가운데는 평평하고 귀퉁이는 절벽처럼 가팔라서, η 값 하나로는 양쪽을 모두 만족시킬 수 없다.</translation>
    </message>
    <message>
        <source>McCormick</source>
        <translation>McCormick 함수</translation>
    </message>
    <message>
        <source>A wavy valley that falls on beyond the picture: local minima in a row.</source>
        <translation>보이는 범위를 벗어나도 계속 낮아지는 물결 모양 골짜기로, 지역 최소점이 줄지어 있다.</translation>
    </message>
    <message>
        <source>Catapult</source>
        <translation>투석기</translation>
    </message>
    <message>
        <source>The minima form a curve of differing sharpness: a large η is thrown to where it is flat.</source>
        <translation>최소점들이 곡선을 이루고 곡률은 곳마다 다르다. η 값이 크면 평평한 곳으로 튕겨 나간다.</translation>
    </message>
    <message>
        <source>Saddle without a floor</source>
        <translation>바닥 없는 안장</translation>
    </message>
    <message>
        <source>There is no minimum to find: the loss falls for ever.</source>
        <translation>찾을 최소점이 없어 손실이 끝없이 줄어든다.</translation>
    </message>
    <message>
        <source>Saddle, half scale</source>
        <translation>안장 (절반 크기)</translation>
    </message>
    <message>
        <source>The simplest saddle: curvature +1 along x and −1 along y.</source>
        <translation>x 방향 곡률 +1, y 방향 곡률 −1인 가장 단순한 안장이다.</translation>
    </message>
    <message>
        <source>Plateau around a hollow</source>
        <translation>구덩이 둘레의 고원</translation>
    </message>
    <message>
        <source>On the flat there is next to no gradient to follow, then all of a sudden there is much.</source>
        <translation>평평한 곳에서는 따라갈 기울기가 거의 없다가 갑자기 커진다.</translation>
    </message>
    <message>
        <source>Saddle between two minima</source>
        <translation>두 최소점 사이의 안장</translation>
    </message>
    <message>
        <source>Near the ridge the gradient all but vanishes: leaving takes the longer the smaller η is.</source>
        <translation>능선 부근에서는 기울기가 거의 사라진다. η 값이 작을수록 벗어나는 데 오래 걸린다.</translation>
    </message>
    <message>
        <source>Saddle in a wide basin</source>
        <translation>넓은 분지의 안장</translation>
    </message>
    <message>
        <source>The same saddle with its minima farther out, at y = ±√2.</source>
        <translation>같은 안장이지만 최소점이 더 바깥쪽인 y = ±√2에 있다.</translation>
    </message>
    <message>
        <source>Monkey saddle</source>
        <translation>원숭이 안장</translation>
    </message>
    <message>
        <source>Gradient and curvature both vanish in the middle, and three ways lead down from it.</source>
        <translation>한가운데에서 기울기와 곡률이 모두 사라지고, 그곳에서 세 갈래로 내리막이 뻗는다.</translation>
    </message>
    <message>
        <source>Double well</source>
        <translation>이중 우물</translation>
    </message>
    <message>
        <source>A shallow and a deep minimum: a small η is trapped, a larger one jumps over the barrier.</source>
        <translation>얕은 최소점과 깊은 최소점이 있다. η 값이 작으면 갇히고, 더 크면 장벽을 뛰어넘는다.</translation>
    </message>
    <message>
        <source>Double well, long across</source>
        <translation>y 방향으로 긴 이중 우물</translation>
    </message>
    <message>
        <source>The double well with half the curvature along y: the wells are reached before the floor.</source>
        <translation>이중 우물에서 y 방향 곡률만 절반으로 줄였다. 우물 쪽으로 먼저 들어서고 바닥에는 나중에 닿는다.</translation>
    </message>
    <message>
        <source>Two trenches in a bowl</source>
        <translation>그릇 속 두 구덩이</translation>
    </message>
    <message>
        <source>Two narrow holes in a wide bowl: a large η does not see them, a small one finds the nearer.</source>
        <translation>넓은 그릇 안에 좁은 구덩이가 두 개 있다. η 값이 크면 그냥 지나치고, 작으면 가까운 쪽에 빠진다.</translation>
    </message>
    <message>
        <source>Himmelblau</source>
        <translation>Himmelblau 함수</translation>
    </message>
    <message>
        <source>Four minima of equal depth: the start and the learning rate decide which one is found.</source>
        <translation>깊이가 같은 최소점이 네 개 있다. 어디에 이르는지는 시작점과 학습률에 달려 있다.</translation>
    </message>
    <message>
        <source>Styblinski–Tang</source>
        <translation>Styblinski–Tang 함수</translation>
    </message>
    <message>
        <source>Three-hump camel</source>
        <translation>삼봉낙타 함수</translation>
    </message>
    <message>
        <source>One deep minimum between two shallow ones, and walls that rise with the sixth power.</source>
        <translation>얕은 최소점 둘 사이에 깊은 최소점이 하나 있고, 벽은 6제곱에 비례해 높아진다.</translation>
    </message>
    <message>
        <source>Six-hump camel</source>
        <translation>육봉낙타 함수</translation>
    </message>
    <message>
        <source>Two deepest minima, four shallower ones and steep outer walls.</source>
        <translation>가장 깊은 최소점이 둘, 그보다 얕은 최소점이 넷 있고, 바깥벽이 가파르다.</translation>
    </message>
    <message>
        <source>Goldstein–Price</source>
        <translation>Goldstein–Price 함수</translation>
    </message>
    <message>
        <source>Values from 3 to a million: only a tiny η survives the walls.</source>
        <translation>함숫값이 3부터 백만까지 걸쳐 있어, η 값이 아주 작아야만 벽에서 발산하지 않는다.</translation>
    </message>
    <message>
        <source>Ripples in a bowl</source>
        <translation>잔물결 그릇</translation>
    </message>
    <message>
        <source>A constant η is trapped or bounces for ever; one that starts large and decays gets low.</source>
        <translation>η 값이 일정하면 갇히거나 끝없이 진동하고, 크게 시작해 점차 줄이면 낮은 곳까지 내려간다.</translation>
    </message>
    <message>
        <source>Rastrigin</source>
        <translation>Rastrigin 함수</translation>
    </message>
    <message>
        <source>A hundred local minima: descent is trapped almost wherever it starts.</source>
        <translation>지역 최소점이 백 개 남짓 있어, 어디서 시작하든 경사하강법은 거의 언제나 갇힌다.</translation>
    </message>
    <message>
        <source>Ackley</source>
        <translation>Ackley 함수</translation>
    </message>
    <message>
        <source>Small ripples on a funnel whose tip is a kink: there the gradient never becomes small.</source>
        <translation>깔때기에 잔물결이 일고 그 끝은 뾰족하게 꺾여 있다. 그곳에서는 기울기가 결코 작아지지 않는다.</translation>
    </message>
    <message>
        <source>Griewank</source>
        <translation>Griewank 함수</translation>
    </message>
    <message>
        <source>Wells of almost the same depth: which one is the lowest can hardly be told from inside.</source>
        <translation>우물의 깊이가 거의 같아서, 어느 것이 가장 낮은지 그 안에서는 알기 어렵다.</translation>
    </message>
    <message>
        <source>Lévy N. 13</source>
        <translation>Lévy 함수 N. 13</translation>
    </message>
    <message>
        <source>Fine ripples on steep slopes: the sharpness of the ripples, not the slope, limits η.</source>
        <translation>가파른 비탈에 잔물결이 촘촘하다. η 값을 제한하는 것은 비탈의 경사가 아니라 잔물결의 곡률이다.</translation>
    </message>
    <message>
        <source>Easom</source>
        <translation>Easom 함수</translation>
    </message>
    <message>
        <source>One narrow well in a plain: from a little farther off there is no gradient to follow.</source>
        <translation>벌판에 좁은 우물이 하나 있다. 조금만 멀어져도 따라갈 기울기가 없다.</translation>
    </message>
    <message>
        <source>Bowls and valleys</source>
        <translation>그릇과 골짜기</translation>
    </message>
    <message>
        <source>Saddles and plateaus</source>
        <translation>안장과 고원</translation>
    </message>
    <message>
        <source>Many minima</source>
        <translation>여러 최소점</translation>
    </message>
    <message>
        <source>Your own</source>
        <translation>직접 입력</translation>
    </message>
    <message>
        <source>Four wells of three depths: one deepest, two alike, one shallow.</source>
        <translation>깊이가 세 가지인 우물 네 개: 가장 깊은 하나, 같은 깊이의 둘, 얕은 하나이다.</translation>
    </message>
    <message>
        <source>Parabola</source>
        <translation>포물선</translation>
    </message>
    <message>
        <source>Double well in x</source>
        <translation>x 방향 이중 우물</translation>
    </message>
    <message>
        <source>A shallow and a deep minimum on one line: a small η stays in the one it started beside.</source>
        <translation>한 직선 위에 얕은 최소점과 깊은 최소점이 있다. η 값이 작으면 시작점에 가까운 쪽에 머문다.</translation>
    </message>
    <message>
        <source>Flat bottom</source>
        <translation>평평한 바닥</translation>
    </message>
    <message>
        <source>The curvature vanishes at the minimum: what is too large at the start soon crawls.</source>
        <translation>최소점에서 곡률이 사라진다. 처음에는 너무 크던 학습률도 곧 더뎌진다.</translation>
    </message>
    <message>
        <source>Absolute value</source>
        <translation>절댓값</translation>
    </message>
    <message>
        <source>A kink: the slope never becomes small, so a constant η jumps to and fro for ever.</source>
        <translation>꺾인 점이 있다. 기울기가 결코 작아지지 않으므로 η 값이 일정하면 끝없이 오간다.</translation>
    </message>
    <message>
        <source>Waves on a parabola</source>
        <translation>포물선 위의 물결</translation>
    </message>
    <message>
        <source>Several minima on one line: whether a run is trapped depends on η and on the start.</source>
        <translation>한 직선 위에 최소점이 여럿 있다. 갇히는지는 η 값과 시작점에 달려 있다.</translation>
    </message>
    <message>
        <source>One parameter</source>
        <translation>매개변수 하나</translation>
    </message>
    <message>
        <source>Measured losses</source>
        <translation>측정한 손실</translation>
    </message>
    <message>
        <source>A bicubic spline through losses that were measured on a grid, with its own exact gradient and Hessian. Off the grid it is undefined.</source>
        <translation>격자 위에서 측정한 손실을 지나는 쌍삼차 스플라인이며, 기울기와 헤세 행렬은 이 스플라인의 정확한 값이다. 격자 밖에서는 정의되지 않는다.</translation>
    </message>
    <message>
        <source>Models on data</source>
        <translation>데이터로 학습하는 모델</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>측정한 손실</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>no exact limit</source>
        <translation>정확한 한계 없음</translation>
    </message>
    <message>
        <source>steps bounce nowhere</source>
        <translation>튀는 곳 없음</translation>
    </message>
    <message>
        <source>bounces: λmax &gt; %1</source>
        <translation>튀는 곳: λmax &gt; %1</translation>
    </message>
    <message>
        <source>each step sees all rows</source>
        <translation>단계마다 모든 행을 본다</translation>
    </message>
    <message>
        <source>dashed: loss of the batch</source>
        <translation>점선: 배치의 손실</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>the loss there is %1</source>
        <translation>그곳의 손실: %1</translation>
    </message>
    <message>
        <source>the run ended before</source>
        <translation>그 전에 실행이 끝남</translation>
    </message>
    <message>
        <source>η there is %1</source>
        <translation>그곳의 η: %1</translation>
    </message>
    <message>
        <source>x there is %1</source>
        <translation>그곳의 x: %1</translation>
    </message>
    <message>
        <source>y there is %1</source>
        <translation>그곳의 y: %1</translation>
    </message>
    <message>
        <source>λmax there is %1</source>
        <translation>그곳의 λmax: %1</translation>
    </message>
    <message>
        <source>the gradient there is %1 long</source>
        <translation>그곳의 기울기 크기: %1</translation>
    </message>
    <message>
        <source>ends at loss %1</source>
        <translation>마지막 손실: %1</translation>
    </message>
    <message>
        <source>ends at loss %1 on average</source>
        <translation>마지막 평균 손실: %1</translation>
    </message>
    <message>
        <source>its lowest loss is %1</source>
        <translation>가장 낮은 손실: %1</translation>
    </message>
    <message>
        <source>its loss is lowest at step %1</source>
        <translation>손실이 가장 낮은 단계: %1</translation>
    </message>
    <message>
        <source>its highest loss is %1</source>
        <translation>가장 높은 손실: %1</translation>
    </message>
    <message>
        <source>ends at x = %1</source>
        <translation>마지막 위치: x = %1</translation>
    </message>
    <message>
        <source>ends at y = %1</source>
        <translation>마지막 위치: y = %1</translation>
    </message>
    <message>
        <source>ends %1 from the nearest minimum</source>
        <translation>가장 가까운 최소점까지의 거리: %1</translation>
    </message>
    <message>
        <source>there is no minimum</source>
        <translation>최소점이 없음</translation>
    </message>
    <message>
        <source>ends where λmax is %1</source>
        <translation>끝난 곳의 λmax: %1</translation>
    </message>
    <message>
        <source>settled at step %1</source>
        <translation>%1단계에서 멈춤</translation>
    </message>
    <message>
        <source>never settled</source>
        <translation>멈추지 않음</translation>
    </message>
    <message>
        <source>diverged at step %1</source>
        <translation>%1단계에서 발산</translation>
    </message>
    <message>
        <source>did not diverge</source>
        <translation>발산하지 않음</translation>
    </message>
    <message>
        <source>left the saddle at step %1</source>
        <translation>%1단계에서 안장점을 벗어남</translation>
    </message>
    <message>
        <source>left no saddle</source>
        <translation>안장점을 벗어나지 않음</translation>
    </message>
    <message>
        <source>escaped to another minimum at step %1</source>
        <translation>%1단계에서 다른 최소점으로 탈출</translation>
    </message>
    <message>
        <source>escaped to no other minimum</source>
        <translation>다른 최소점으로 탈출하지 않음</translation>
    </message>
    <message>
        <source>overshoots: %1</source>
        <translation>오버슈팅: %1회</translation>
    </message>
    <message>
        <source>overshoots uphill: %1</source>
        <translation>손실을 높인 오버슈팅: %1회</translation>
    </message>
    <message>
        <source>repeats itself every %1 steps</source>
        <translation>%1단계마다 되풀이됨</translation>
    </message>
    <message>
        <source>has no period</source>
        <translation>주기가 없음</translation>
    </message>
    <message>
        <source>η·λmax reached %1</source>
        <translation>η·λmax의 최댓값: %1</translation>
    </message>
    <message>
        <source>made no step</source>
        <translation>한 걸음도 가지 않음</translation>
    </message>
    <message>
        <source>η is %1 times the limit</source>
        <translation>한계에 대한 η의 비: %1</translation>
    </message>
    <message>
        <source>there is no limit for this method</source>
        <translation>이 방법에는 한계가 없음</translation>
    </message>
    <message>
        <source>its path is %1 long</source>
        <translation>경로의 길이: %1</translation>
    </message>
    <message>
        <source>its path has no end</source>
        <translation>경로에 끝이 없음</translation>
    </message>
    <message>
        <source>the gradients of its steps are %1 off, as a root mean square</source>
        <translation>단계별 기울기 오차의 제곱평균제곱근: %1</translation>
    </message>
    <message>
        <source>its steps see all there is</source>
        <translation>모든 행을 쓰는 단계뿐임</translation>
    </message>
    <message>
        <source>ends %1 above the lowest loss on average</source>
        <translation>마지막에 최저 손실보다 평균 %1 높음</translation>
    </message>
    <message>
        <source>no lowest loss is known</source>
        <translation>알려진 최저 손실이 없음</translation>
    </message>
    <message>
        <source>λmax/λmin at the minimum is %1</source>
        <translation>최소점의 λmax/λmin: %1</translation>
    </message>
    <message>
        <source>2/λmax at the minimum is %1</source>
        <translation>최소점의 2/λmax: %1</translation>
    </message>
</context>
<context>
    <name>Model</name>
    <message>
        <source>Line</source>
        <translation>직선</translation>
    </message>
    <message>
        <source>A quadratic, whose curvatures are those of the data: 2⟨x²⟩, 2⟨x⟩ and 2.</source>
        <translation>이차 함수이며, 곡률은 데이터로 정해진다: 2⟨x²⟩, 2⟨x⟩, 2.</translation>
    </message>
    <message>
        <source>Line with Huber loss</source>
        <translation>직선과 Huber 손실</translation>
    </message>
    <message>
        <source>No row pulls harder than δ, so a few outliers cannot turn the valley.</source>
        <translation>어떤 행도 δ보다 세게 당기지 못하므로 이상점 몇 개로는 골짜기가 돌아가지 않는다.</translation>
    </message>
    <message>
        <source>Logistic regression, two weights</source>
        <translation>로지스틱 회귀 (가중치 둘)</translation>
    </message>
    <message>
        <source>Convex, and flat far away; if a line parts the classes, the weights grow for ever.</source>
        <translation>볼록하고 멀리서는 평평하다. 클래스가 직선으로 나뉘면 가중치가 끝없이 커진다.</translation>
    </message>
    <message>
        <source>Logistic regression, weight and bias</source>
        <translation>로지스틱 회귀 (가중치와 편향)</translation>
    </message>
    <message>
        <source>The border between two classes on a line: where w x + b = 0.</source>
        <translation>수직선 위의 두 클래스를 가르는 경계: w x + b = 0인 곳.</translation>
    </message>
    <message>
        <source>One tanh neuron</source>
        <translation>tanh 뉴런 하나</translation>
    </message>
    <message>
        <source>Network of two weights</source>
        <translation>가중치 둘인 신경망</translation>
    </message>
    <message>
        <source>A saddle at 0 and two minima that are mirror images: (w₁, w₂) and (−w₁, −w₂).</source>
        <translation>0에 안장점이 있고, 서로 거울상인 최소점 (w₁, w₂), (−w₁, −w₂)이 있다.</translation>
    </message>
    <message>
        <source>Not convex: where the neuron is saturated on the wrong side, the ground is all but flat.</source>
        <translation>볼록하지 않다. 뉴런이 잘못된 쪽으로 포화된 곳은 거의 평평하다.</translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>Step 0 of %1: %2 at its start %3, loss %4.</source>
        <translation>총 %1단계 중 0단계: %2, 시작점 %3, 손실 %4.</translation>
    </message>
    <message>
        <source>After its last step, %1: %2 at %3, loss %4.</source>
        <translation>마지막 %1단계 이후: %2, 위치 %3, 손실 %4.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3 at %4, loss %5, falling.</source>
        <translation>총 %2단계 중 %1단계: %3, 위치 %4, 손실 %5, 감소.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3 at %4, loss %5, rising.</source>
        <translation>총 %2단계 중 %1단계: %3, 위치 %4, 손실 %5, 증가.</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3 at %4, loss %5, unchanged.</source>
        <translation>총 %2단계 중 %1단계: %3, 위치 %4, 손실 %5, 변화 없음.</translation>
    </message>
    <message>
        <source>It ends here, diverged at step %1.</source>
        <translation>%1단계에서 발산했고, 여기서 끝난다.</translation>
    </message>
    <message>
        <source>It diverged at step %1.</source>
        <translation>%1단계에서 발산했다.</translation>
    </message>
    <message>
        <source>It ends here: step %1 leads to where the numbers are no longer finite.</source>
        <translation>여기서 끝난다. %1단계에서는 값이 더 이상 유한하지 않다.</translation>
    </message>
    <message>
        <source>It ends here, settled since step %1.</source>
        <translation>%1단계부터 자리 잡고 있으며, 여기서 끝난다.</translation>
    </message>
    <message>
        <source>It has been settled since step %1.</source>
        <translation>%1단계부터 자리 잡고 있다.</translation>
    </message>
    <message>
        <source>It ends here.</source>
        <translation>여기서 끝난다.</translation>
    </message>
    <message>
        <source>The step to there overshot.</source>
        <translation>이곳으로 온 걸음은 오버슈팅이었다.</translation>
    </message>
    <message>
        <source>It has been outside the domain since step %1.</source>
        <translation>%1단계부터 정의역 밖에 있다.</translation>
    </message>
    <message>
        <source>It is outside the part that is seen.</source>
        <translation>보이는 영역 밖에 있다.</translation>
    </message>
    <message>
        <source>The lowest minimum known is at %1, with loss %2.</source>
        <translation>알려진 가장 낮은 최소점: %1, 손실 %2.</translation>
    </message>
    <message>
        <source>%1 has no value at step %2.</source>
        <translation>%1: %2단계에는 값이 없다.</translation>
    </message>
    <message>
        <source>%1 ended at step %2 with %3.</source>
        <translation>%1: %2단계에서 끝남, 값 %3.</translation>
    </message>
    <message>
        <source>%1: %2 at step %3, falling.</source>
        <translation>%1: %3단계에서 %2, 감소.</translation>
    </message>
    <message>
        <source>%1: %2 at step %3, rising.</source>
        <translation>%1: %3단계에서 %2, 증가.</translation>
    </message>
    <message>
        <source>%1: %2 at step %3, unchanged.</source>
        <translation>%1: %3단계에서 %2, 변화 없음.</translation>
    </message>
    <message>
        <source>%1: %2 at step %3.</source>
        <translation>%1: %3단계에서 %2.</translation>
    </message>
    <message>
        <source>%1: η = %2 at step %3.</source>
        <translation>%1: %3단계에서 η = %2.</translation>
    </message>
    <message>
        <source>%1: η = %2 at step %3, where nothing limits it.</source>
        <translation>%1: %3단계에서 η = %2, 안정 한계 없음.</translation>
    </message>
    <message>
        <source>%1: η = %2 at step %3, at the stability limit.</source>
        <translation>%1: %3단계에서 η = %2, 안정 한계와 같음.</translation>
    </message>
    <message>
        <source>%1: η = %2 at step %3, below the stability limit %4.</source>
        <translation>%1: %3단계에서 η = %2, 안정 한계 %4보다 작음.</translation>
    </message>
    <message>
        <source>%1: η = %2 at step %3, above the stability limit %4.</source>
        <translation>%1: %3단계에서 η = %2, 안정 한계 %4보다 큼.</translation>
    </message>
    <message>
        <source>%1 has not been computed yet.</source>
        <translation>%1: 아직 계산되지 않았다.</translation>
    </message>
    <message>
        <source>%1 has no values.</source>
        <translation>%1: 값이 없다.</translation>
    </message>
    <message>
        <source>%1 runs from %2 to %3, %4 from %5 to %6.</source>
        <translation>%1 범위 %2 ~ %3, %4 범위 %5 ~ %6.</translation>
    </message>
</context>
<context>
    <name>Optimizer</name>
    <message>
        <source>Momentum divided by the recent size of the gradient: steps of about η each.</source>
        <translation>모멘텀을 최근 기울기의 크기로 나누므로, 걸음마다 대략 η만큼 움직인다.</translation>
    </message>
    <message>
        <source>Adam with weight decay that is not divided by the size of the gradient.</source>
        <translation>가중치 감쇠 항은 기울기의 크기로 나누지 않는 Adam의 변형이다.</translation>
    </message>
    <message>
        <source>Adam that divides by the largest recent gradient instead of a mean.</source>
        <translation>평균 대신 최근의 가장 큰 기울기로 나누는 Adam의 변형이다.</translation>
    </message>
    <message>
        <source>Adam with Nesterov&apos;s look-ahead.</source>
        <translation>네스테로프의 내다보기를 더한 Adam의 변형이다.</translation>
    </message>
    <message>
        <source>θ ← θ − η r_t m̂ / (√v̂ + ε) once ρ_t &gt; 5, before that θ ← θ − η m̂</source>
        <translation>ρ_t &gt; 5일 때 θ ← θ − η r_t m̂ / (√v̂ + ε), 그 전에는 θ ← θ − η m̂</translation>
    </message>
    <message>
        <source>Adam that waits with its divisor until it has seen enough gradients.</source>
        <translation>기울기가 충분히 쌓일 때까지 분모로 나누지 않고 기다리는 Adam의 변형이다.</translation>
    </message>
    <message>
        <source>Adam whose step is a mean of the gradient and its average.</source>
        <translation>현재 기울기와 기울기 평균을 섞어 걸음을 정하는 Adam의 변형이다.</translation>
    </message>
    <message>
        <source>Divides by the root of all squared gradients so far: steps only get shorter.</source>
        <translation>지금까지의 기울기 제곱을 모두 더해 그 제곱근으로 나누므로, 걸음은 짧아지기만 한다.</translation>
    </message>
    <message>
        <source>Finds its own step length from the steps it has made; η is usually 1.</source>
        <translation>지금까지의 걸음을 바탕으로 걸음 길이를 스스로 정한다. 보통 η = 1 그대로 쓴다.</translation>
    </message>
    <message>
        <source>Divides by the recent size of the gradient, so steep and flat directions step alike.</source>
        <translation>최근 기울기의 크기로 나누므로, 가파른 방향과 평평한 방향의 걸음이 비슷해진다.</translation>
    </message>
    <message>
        <source>Plain gradient descent; with momentum, a heavy ball that keeps rolling.</source>
        <translation>기본 경사하강법이다. 모멘텀을 더하면 계속 굴러가는 무거운 공처럼 움직인다.</translation>
    </message>
    <message>
        <source>A mean of plain descent and momentum, so that a very long memory stays usable.</source>
        <translation>기본 경사하강법과 모멘텀을 섞어서, 기억을 아주 길게 잡아도 쓸 만하다.</translation>
    </message>
    <message>
        <source>s ← s η₊ or s η₋,  θ ← θ − s sign(g);  s₀ = η</source>
        <translation>s ← s η₊ 또는 s η₋,  θ ← θ − s sign(g);  s₀ = η</translation>
    </message>
    <message>
        <source>Goes by the signs of the gradient alone; a schedule has no effect after step 0.</source>
        <translation>기울기의 부호만 따른다. 0단계가 지나면 스케줄은 아무 영향이 없다.</translation>
    </message>
    <message>
        <source>Every coordinate moves by η, whatever the gradient: it bounces until η decays.</source>
        <translation>기울기가 어떻든 모든 좌표가 η만큼 움직이므로, η 값이 줄어들 때까지 진동한다.</translation>
    </message>
    <message>
        <source>Armijo backtracking</source>
        <translation>Armijo 백트래킹</translation>
    </message>
    <message>
        <source>α = η, α ← τ α until f(θ − α g) ≤ f(θ) − c α ‖g‖²,  θ ← θ − α g</source>
        <translation>α = η, f(θ − α g) ≤ f(θ) − c α ‖g‖²일 때까지 α ← τ α,  θ ← θ − α g</translation>
    </message>
    <message>
        <source>Tries η first and shortens the step until the loss falls enough: never diverges.</source>
        <translation>먼저 η 값을 시도하고 손실이 충분히 줄어들 때까지 걸음을 줄인다. 발산하는 일이 없다.</translation>
    </message>
    <message>
        <source>Damped Newton</source>
        <translation>감쇠 뉴턴 방법</translation>
    </message>
    <message>
        <source>Divides by the curvature itself: with η = 1 a quadratic is solved in one step.</source>
        <translation>곡률 자체로 나눈다. η = 1일 때 이차 함수는 한 단계 만에 풀린다.</translation>
    </message>
    <message>
        <source>Takes the gradient from a little uphill, and so prefers flat minima.</source>
        <translation>조금 더 올라간 곳의 기울기를 쓰므로 평평한 최소점을 선호한다.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>converged</source>
        <translation>수렴</translation>
    </message>
    <message>
        <source>The run settled at the lowest minimum known.</source>
        <translation>알려진 가장 낮은 최소점에 자리 잡았다.</translation>
    </message>
    <message>
        <source>trapped</source>
        <translation>갇힘</translation>
    </message>
    <message>
        <source>The run settled at a minimum, but a lower one is known.</source>
        <translation>최소점에 자리 잡았지만, 더 낮은 최소점이 알려져 있다.</translation>
    </message>
    <message>
        <source>saddle</source>
        <translation>안장점</translation>
    </message>
    <message>
        <source>The run stalled where the gradient vanishes but the ground still falls away.</source>
        <translation>기울기는 사라지지만 더 내려갈 길이 남아 있는 곳에서 멈춰 섰다.</translation>
    </message>
    <message>
        <source>plateau</source>
        <translation>고원</translation>
    </message>
    <message>
        <source>The run stalled on flat ground, away from any minimum.</source>
        <translation>최소점에서 떨어진 평평한 곳에서 멈춰 섰다.</translation>
    </message>
    <message>
        <source>oscillating</source>
        <translation>진동</translation>
    </message>
    <message>
        <source>The steps keep reversing and do not get shorter.</source>
        <translation>걸음의 방향이 계속 뒤바뀌며, 걸음이 짧아지지 않는다.</translation>
    </message>
    <message>
        <source>crawling</source>
        <translation>더딤</translation>
    </message>
    <message>
        <source>The steps ended while the loss was still falling.</source>
        <translation>정해진 단계가 끝났을 때 손실은 아직 줄어들고 있었다.</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>The steps grow and the run leaves for good.</source>
        <translation>걸음이 점점 길어지며 끝없이 멀어진다.</translation>
    </message>
    <message>
        <source>unbounded</source>
        <translation>무한 하강</translation>
    </message>
    <message>
        <source>The loss falls for ever: there is no minimum this way.</source>
        <translation>손실이 끝없이 줄어든다. 이쪽에는 최소점이 없다.</translation>
    </message>
    <message>
        <source>off the grid</source>
        <translation>격자 밖</translation>
    </message>
    <message>
        <source>A step led out of what was measured; how the run would go on is not known.</source>
        <translation>한 단계가 측정된 범위를 벗어났다. 그다음에 어떻게 될지는 알 수 없다.</translation>
    </message>
</context>
<context>
    <name>PageSize</name>
    <message>
        <source>16:9 slide</source>
        <translation>16:9 슬라이드</translation>
    </message>
    <message>
        <source>4:3 slide</source>
        <translation>4:3 슬라이드</translation>
    </message>
    <message>
        <source>Half of a 16:9 slide</source>
        <translation>16:9 슬라이드의 절반</translation>
    </message>
    <message>
        <source>Square</source>
        <translation>정사각형</translation>
    </message>
    <message>
        <source>Text width of A4, 160 mm</source>
        <translation>A4 본문 너비, 160 mm</translation>
    </message>
    <message>
        <source>Column, 85 mm</source>
        <translation>단 너비, 85 mm</translation>
    </message>
</context>
<context>
    <name>Parameter</name>
    <message>
        <source>A free letter of the formula</source>
        <translation>수식에 쓰인 자유 매개변수</translation>
    </message>
    <message>
        <source>Curvature along x</source>
        <translation>x 방향 곡률</translation>
    </message>
    <message>
        <source>Curvature along y</source>
        <translation>y 방향 곡률</translation>
    </message>
    <message>
        <source>Half the curvature along x</source>
        <translation>x 방향 곡률의 절반</translation>
    </message>
    <message>
        <source>Where along x the minimum lies</source>
        <translation>최소점의 x 좌표</translation>
    </message>
    <message>
        <source>How steep the walls of the valley are</source>
        <translation>골짜기 벽의 가파름</translation>
    </message>
    <message>
        <source>How steep the banks are</source>
        <translation>강둑의 가파름</translation>
    </message>
    <message>
        <source>How fast the river falls towards x = 4</source>
        <translation>x = 4 쪽으로 강이 낮아지는 정도</translation>
    </message>
    <message>
        <source>Slope of the bowl that is left on the plateau; 0 leaves none</source>
        <translation>고원에 남기는 그릇 모양의 경사 (0: 없음)</translation>
    </message>
    <message>
        <source>Height of the ripples</source>
        <translation>잔물결의 높이</translation>
    </message>
    <message>
        <source>Keeps the divisor above zero (ε)</source>
        <translation>분모를 0보다 크게 유지하는 값 (ε)</translation>
    </message>
    <message>
        <source>Pull towards the origin, w·θ, added to the gradient (w)</source>
        <translation>기울기에 더해 원점으로 당기는 항 w·θ의 계수 (w)</translation>
    </message>
    <message>
        <source>How long gradients are remembered (β₁)</source>
        <translation>기울기를 얼마나 오래 기억할지 (β₁)</translation>
    </message>
    <message>
        <source>How long their squares are remembered (β₂)</source>
        <translation>기울기 제곱을 얼마나 오래 기억할지 (β₂)</translation>
    </message>
    <message>
        <source>Divide by the largest v so far, which cannot shrink</source>
        <translation>지금까지의 v 최댓값으로 나누기 (분모가 줄지 않음)</translation>
    </message>
    <message>
        <source>Shrinks θ by the factor 1 − η w before each step (w)</source>
        <translation>걸음에 앞서 θ 값을 (1 − η w)배로 줄이는 계수 (w)</translation>
    </message>
    <message>
        <source>How fast μ_t approaches β₁ (ψ)</source>
        <translation>μ_t 값이 β₁에 다가가는 빠르기 (ψ)</translation>
    </message>
    <message>
        <source>As published and in PyTorch 2, or with the slip of PyTorch 1.13</source>
        <translation>논문 및 PyTorch 2의 방식, 또는 PyTorch 1.13의 오류를 그대로 둔 방식</translation>
    </message>
    <message>
        <source>Part of the average in the step (ν₁)</source>
        <translation>걸음에서 평균이 차지하는 비율 (ν₁)</translation>
    </message>
    <message>
        <source>Part of the average in the divisor (ν₂)</source>
        <translation>분모에서 평균이 차지하는 비율 (ν₂)</translation>
    </message>
    <message>
        <source>Divides η by 1 + (t − 1) lr_decay as well</source>
        <translation>η 값을 1 + (t − 1) lr_decay 값으로 한 번 더 나누는 계수</translation>
    </message>
    <message>
        <source>What the sum of squares begins with</source>
        <translation>제곱합의 초깃값</translation>
    </message>
    <message>
        <source>How long squares are remembered (ρ)</source>
        <translation>기울기 제곱을 얼마나 오래 기억할지 (ρ)</translation>
    </message>
    <message>
        <source>Starts the first steps and keeps divisors above 0 (ε)</source>
        <translation>첫걸음을 떼게 하고 분모를 0보다 크게 유지하는 값 (ε)</translation>
    </message>
    <message>
        <source>How long squares are remembered (α)</source>
        <translation>기울기 제곱을 얼마나 오래 기억할지 (α)</translation>
    </message>
    <message>
        <source>How much of the last step is kept (μ)</source>
        <translation>직전 걸음을 이어 가는 비율 (μ)</translation>
    </message>
    <message>
        <source>Divide by the deviation from the mean gradient</source>
        <translation>기울기의 표준편차로 나누기</translation>
    </message>
    <message>
        <source>Takes from the gradient added to the momentum buffer (d)</source>
        <translation>모멘텀 버퍼에 더하는 기울기를 줄이는 비율 (d)</translation>
    </message>
    <message>
        <source>Look ahead along the momentum before stepping; does nothing without momentum</source>
        <translation>걸음을 떼기 전에 모멘텀 방향으로 내다보기 (모멘텀이 없으면 효과 없음)</translation>
    </message>
    <message>
        <source>Part of the momentum in the step (ν); 0 is plain descent</source>
        <translation>걸음에서 모멘텀이 차지하는 비율 (ν), 0: 기본 경사하강법</translation>
    </message>
    <message>
        <source>How long gradients are remembered (β)</source>
        <translation>기울기를 얼마나 오래 기억할지 (β)</translation>
    </message>
    <message>
        <source>Factor when the sign changes (η₋)</source>
        <translation>부호가 바뀔 때 곱하는 배율 (η₋)</translation>
    </message>
    <message>
        <source>Factor while the sign stays (η₊)</source>
        <translation>부호가 그대로일 때 곱하는 배율 (η₊)</translation>
    </message>
    <message>
        <source>The shortest step</source>
        <translation>가장 짧은 걸음의 길이</translation>
    </message>
    <message>
        <source>The longest step</source>
        <translation>가장 긴 걸음의 길이</translation>
    </message>
    <message>
        <source>Part of the memory in the sign (β₁)</source>
        <translation>부호를 정할 때 기억이 차지하는 비율 (β₁)</translation>
    </message>
    <message>
        <source>How long gradients are remembered (β₂)</source>
        <translation>기울기를 얼마나 오래 기억할지 (β₂)</translation>
    </message>
    <message>
        <source>Shrinks θ by the factor 1 − η w (w)</source>
        <translation>θ 값을 (1 − η w)배로 줄이는 계수 (w)</translation>
    </message>
    <message>
        <source>Part of the promised fall that must be kept (c)</source>
        <translation>예상한 감소량 중 실제로 달성해야 하는 비율 (c)</translation>
    </message>
    <message>
        <source>Factor at each trial (τ)</source>
        <translation>시도할 때마다 곱하는 배율 (τ)</translation>
    </message>
    <message>
        <source>Added to every curvature (δ)</source>
        <translation>모든 곡률에 더하는 값 (δ)</translation>
    </message>
    <message>
        <source>How far uphill it looks (ρ)</source>
        <translation>오르막 쪽으로 내다보는 거리 (ρ)</translation>
    </message>
    <message>
        <source>Standard deviation σ of the noise in each coordinate of the gradient; 0 is none</source>
        <translation>기울기의 좌표마다 더하는 노이즈의 표준편차 σ (0: 없음)</translation>
    </message>
    <message>
        <source>The same seed gives the same noise</source>
        <translation>시드가 같으면 노이즈도 같음</translation>
    </message>
    <message>
        <source>Lets the noise die away, σ (1 + t)^(−decay/2); 0 keeps it, 0.55 is usual</source>
        <translation>노이즈가 σ (1 + t)^(−decay/2) 꼴로 잦아드는 빠르기 (0: 유지, 보통 0.55)</translation>
    </message>
    <message>
        <source>Steps of the first cycle</source>
        <translation>첫 주기의 단계 수</translation>
    </message>
    <message>
        <source>Each cycle is so many times as long as the one before</source>
        <translation>다음 주기가 앞 주기의 몇 배 길이인지</translation>
    </message>
    <message>
        <source>The lowest rate</source>
        <translation>최저 학습률</translation>
    </message>
    <message>
        <source>The highest rate</source>
        <translation>최고 학습률</translation>
    </message>
    <message>
        <source>Steps from lowest to highest</source>
        <translation>최저에서 최고까지의 단계 수</translation>
    </message>
    <message>
        <source>Steps from highest to lowest; 0 is as many as up</source>
        <translation>최고에서 최저까지의 단계 수 (0: 올라갈 때와 같음)</translation>
    </message>
    <message>
        <source>Whether the cycles keep their height, halve it, or shrink it by gamma per step</source>
        <translation>주기의 높이를 그대로 둘지, 주기마다 절반으로 줄일지, 단계마다 gamma배로 줄일지</translation>
    </message>
    <message>
        <source>Shrinking per step in mode exp_range</source>
        <translation>exp_range 모드에서 단계마다 줄어드는 배율</translation>
    </message>
    <message>
        <source>Steps of the cycle</source>
        <translation>주기의 단계 수</translation>
    </message>
    <message>
        <source>The part of the steps that climb</source>
        <translation>학습률이 올라가는 단계의 비율</translation>
    </message>
    <message>
        <source>Cosine waves or straight lines</source>
        <translation>코사인 곡선 또는 직선</translation>
    </message>
    <message>
        <source>max_lr over the first rate</source>
        <translation>처음 학습률에 대한 max_lr의 비</translation>
    </message>
    <message>
        <source>The first rate over the last</source>
        <translation>마지막 학습률에 대한 처음 학습률의 비</translation>
    </message>
    <message>
        <source>Retrace the climb before the last descent</source>
        <translation>마지막으로 내려가기 전에 올라온 길을 되짚기</translation>
    </message>
    <message>
        <source>Factor during the first total_iters steps</source>
        <translation>처음 total_iters 단계 동안의 배율</translation>
    </message>
    <message>
        <source>Steps with the factor</source>
        <translation>배율을 적용하는 단계 수</translation>
    </message>
    <message>
        <source>Steps between two drops</source>
        <translation>감소 간격 (단계 수)</translation>
    </message>
    <message>
        <source>Factor at each drop</source>
        <translation>감소할 때마다 곱하는 배율</translation>
    </message>
    <message>
        <source>The steps at which the rate drops</source>
        <translation>학습률이 감소하는 단계</translation>
    </message>
    <message>
        <source>Factor at each step</source>
        <translation>단계마다 곱하는 배율</translation>
    </message>
    <message>
        <source>Factor at the first step</source>
        <translation>첫 단계의 배율</translation>
    </message>
    <message>
        <source>Factor from total_iters on</source>
        <translation>total_iters 단계부터의 배율</translation>
    </message>
    <message>
        <source>Steps from one factor to the other</source>
        <translation>처음 배율에서 마지막 배율까지의 단계 수</translation>
    </message>
    <message>
        <source>Steps down to zero</source>
        <translation>0까지 내려가는 단계 수</translation>
    </message>
    <message>
        <source>1 is a line, 2 falls fast at first</source>
        <translation>1: 직선, 2: 처음에 빠르게 감소</translation>
    </message>
    <message>
        <source>Steps down to the lowest rate</source>
        <translation>최저 학습률까지 내려가는 단계 수</translation>
    </message>
    <message>
        <source>How fast it falls: after 1/k steps η is halved</source>
        <translation>줄어드는 빠르기 (1/k단계 뒤에 η 값이 절반)</translation>
    </message>
    <message>
        <source>How fast it falls: after 3/k steps η is halved</source>
        <translation>줄어드는 빠르기 (3/k단계 뒤에 η 값이 절반)</translation>
    </message>
    <message>
        <source>Steps up to the highest rate</source>
        <translation>최고 학습률까지 올라가는 단계 수</translation>
    </message>
    <message>
        <source>Steps of both parts together</source>
        <translation>두 구간을 합한 단계 수</translation>
    </message>
    <message>
        <source>Steps up to the level</source>
        <translation>일정 구간까지 올라가는 단계 수</translation>
    </message>
    <message>
        <source>Steps down, at the end</source>
        <translation>마지막에 내려가는 단계 수</translation>
    </message>
    <message>
        <source>Steps of all three parts together</source>
        <translation>세 구간을 합한 단계 수</translation>
    </message>
    <message>
        <source>The rate that is reached after `total` steps</source>
        <translation>`total` 단계 뒤에 도달하는 학습률</translation>
    </message>
    <message>
        <source>How the rate falls: in a line, like a cosine, or fast at first (1 − √)</source>
        <translation>학습률이 줄어드는 모양: 직선, 코사인, 또는 처음에 빠르게 (1 − √)</translation>
    </message>
    <message>
        <source>Pairs of a step and a factor, the steps in ascending order: 0,1, 100,1, 200,0</source>
        <translation>단계와 배율의 쌍을 단계 순서대로 나열: 0,1, 100,1, 200,0</translation>
    </message>
    <message>
        <source>Factor at each cut</source>
        <translation>낮출 때마다 곱하는 배율</translation>
    </message>
    <message>
        <source>So many steps without improvement are forgiven</source>
        <translation>개선이 없어도 기다리는 단계 수</translation>
    </message>
    <message>
        <source>By how much the loss must fall to count as better</source>
        <translation>개선으로 인정하는 데 필요한 손실 감소량</translation>
    </message>
    <message>
        <source>Whether the threshold is a part of the best loss or a difference</source>
        <translation>threshold 값을 최저 손실에 대한 비율로 볼지, 차이로 볼지</translation>
    </message>
    <message>
        <source>Steps after a cut during which nothing is counted</source>
        <translation>낮춘 뒤 세지 않고 넘기는 단계 수</translation>
    </message>
    <message>
        <source>Cuts smaller than this are not made</source>
        <translation>이보다 작은 폭으로는 낮추지 않음</translation>
    </message>
    <message>
        <source>Factor after a step that lowered the loss</source>
        <translation>손실이 줄어든 단계 뒤에 곱하는 배율</translation>
    </message>
    <message>
        <source>Factor after one that raised it</source>
        <translation>손실이 커진 단계 뒤에 곱하는 배율</translation>
    </message>
    <message>
        <source>How many rows each step sees; 0 is all of them</source>
        <translation>단계마다 쓰는 행 수 (0: 모두)</translation>
    </message>
    <message>
        <source>Another order of the rows in each epoch</source>
        <translation>에폭마다 행의 순서를 섞음</translation>
    </message>
    <message>
        <source>The same seed gives the same order</source>
        <translation>시드가 같으면 순서도 같음</translation>
    </message>
    <message>
        <source>Leaves out the last batch of an epoch where it is short</source>
        <translation>에폭의 마지막 배치가 모자라면 버림</translation>
    </message>
    <message>
        <source>How many rows there are</source>
        <translation>행의 수</translation>
    </message>
    <message>
        <source>The same seed gives the same data</source>
        <translation>시드가 같으면 데이터도 같음</translation>
    </message>
    <message>
        <source>How steep the line is</source>
        <translation>직선의 기울기</translation>
    </message>
    <message>
        <source>Where it crosses x = 0</source>
        <translation>x = 0에서의 값</translation>
    </message>
    <message>
        <source>Standard deviation of the targets about it</source>
        <translation>목푯값이 흩어진 표준 편차</translation>
    </message>
    <message>
        <source>The least input</source>
        <translation>가장 작은 입력</translation>
    </message>
    <message>
        <source>The greatest input</source>
        <translation>가장 큰 입력</translation>
    </message>
    <message>
        <source>The second input is multiplied by this</source>
        <translation>둘째 입력에 곱하는 수</translation>
    </message>
    <message>
        <source>How many rows are moved off the line</source>
        <translation>직선에서 벗어나게 옮기는 행 수</translation>
    </message>
    <message>
        <source>Where it levels off</source>
        <translation>평평해지는 높이</translation>
    </message>
    <message>
        <source>How steep it is at x = 0, against its height</source>
        <translation>높이에 대한 x = 0에서의 가파름</translation>
    </message>
    <message>
        <source>Where the step is</source>
        <translation>계단의 위치</translation>
    </message>
    <message>
        <source>Where both are equally likely</source>
        <translation>두 클래스의 확률이 같은 곳</translation>
    </message>
    <message>
        <source>How suddenly it changes there</source>
        <translation>그곳에서 바뀌는 급격함</translation>
    </message>
    <message>
        <source>Between the centres of the clouds</source>
        <translation>두 무리의 중심 사이 거리</translation>
    </message>
    <message>
        <source>Standard deviation of each cloud</source>
        <translation>각 무리의 표준 편차</translation>
    </message>
    <message>
        <source>Width of the empty strip between them</source>
        <translation>두 무리 사이 빈 띠의 폭</translation>
    </message>
    <message>
        <source>Inputs with mean 0 and standard deviation 1: (x − mean)/deviation</source>
        <translation>입력의 평균을 0, 표준 편차를 1로: (x − 평균)/표준 편차</translation>
    </message>
    <message>
        <source>Beyond this residual (δ) the loss is a straight line</source>
        <translation>잔차가 이 값(δ)을 넘으면 손실은 직선</translation>
    </message>
    <message>
        <source>How far up they are moved; down where it is negative</source>
        <translation>위로 옮기는 거리 (음수면 아래로)</translation>
    </message>
</context>
<context>
    <name>Phenomenon</name>
    <message>
        <source>Overshoot and oscillation</source>
        <translation>오버슈팅과 진동</translation>
    </message>
    <message>
        <source>Divergence</source>
        <translation>발산</translation>
    </message>
    <message>
        <source>Crawling</source>
        <translation>더딘 하강</translation>
    </message>
    <message>
        <source>Trapping</source>
        <translation>갇힘</translation>
    </message>
    <message>
        <source>Saddles and plateaus</source>
        <translation>안장점과 평지</translation>
    </message>
    <message>
        <source>Decay schedules</source>
        <translation>감쇠 스케줄</translation>
    </message>
    <message>
        <source>Cyclical rates</source>
        <translation>순환 학습률</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>모멘텀</translation>
    </message>
    <message>
        <source>Adaptive methods</source>
        <translation>적응적 방법</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Learning from data</source>
        <translation>데이터로 배우기</translation>
    </message>
    <message>
        <source>Edge of stability</source>
        <translation>안정성의 경계</translation>
    </message>
</context>
<context>
    <name>Place</name>
    <message>
        <source>command line</source>
        <translation>명령줄</translation>
    </message>
    <message>
        <source>file</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>display</source>
        <translation>디스플레이</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>표준 출력</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>그림 파일</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>domain</source>
        <translation>정의역</translation>
    </message>
    <message>
        <source>start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>단계 수</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실 함수</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>lr</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>색</translation>
    </message>
    <message>
        <source>formula, column %1</source>
        <translation>수식 %1번째 글자</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>leave it out, there is nothing to set here</source>
        <translation>여기에는 설정할 것이 없으므로 빼면 된다</translation>
    </message>
    <message>
        <source>the parameters are %1</source>
        <translation>정해진 매개변수(%1)만 쓰면 된다</translation>
    </message>
    <message>
        <source>there is no such parameter</source>
        <translation>그런 매개변수는 없다</translation>
    </message>
    <message>
        <source>write true or false</source>
        <translation>true, false 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>write a number such as %1</source>
        <translation>%1 같은 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>choose one of %1</source>
        <translation>%1 중 하나를 고르면 된다</translation>
    </message>
    <message>
        <source>write numbers with commas between them, such as %1</source>
        <translation>%1처럼 수를 쉼표로 구분해 쓰면 된다</translation>
    </message>
    <message>
        <source>give a value from %1 to %2</source>
        <translation>%1 이상 %2 이하의 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>give a value from %1 to below %2</source>
        <translation>%1 이상 %2 미만의 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>give a value above %1 and up to %2</source>
        <translation>%1 초과 %2 이하의 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>give a value above %1 and below %2</source>
        <translation>%1 초과 %2 미만의 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>give a value of at least %1</source>
        <translation>%1 이상의 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>give a value greater than %1</source>
        <translation>%1보다 큰 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>give a value of at most %1</source>
        <translation>%1 이하의 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>give a value less than %1</source>
        <translation>%1보다 작은 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>give a finite number</source>
        <translation>유한한 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>write a whole number from %1 to %2</source>
        <translation>%1 이상 %2 이하의 정수를 쓰면 된다</translation>
    </message>
    <message>
        <source>write a whole number of at least %1</source>
        <translation>%1 이상의 정수를 쓰면 된다</translation>
    </message>
    <message>
        <source>write a whole number of at most %1</source>
        <translation>%1 이하의 정수를 쓰면 된다</translation>
    </message>
    <message>
        <source>write a whole number</source>
        <translation>정수를 쓰면 된다</translation>
    </message>
    <message>
        <source>has a value of the wrong kind</source>
        <translation>값의 종류가 맞지 않는다</translation>
    </message>
    <message>
        <source>give a value like %1</source>
        <translation>%1 같은 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>%1 is not allowed</source>
        <translation>%1 값은 허용되지 않는다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not one of its choices</source>
        <translation>‘%1’ 값은 선택지에 없다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be read</source>
        <translation>‘%1’ 값을 해석할 수 없다</translation>
    </message>
    <message>
        <source>write %1 or %2</source>
        <translation>%1 또는 %2 중 하나로 쓰면 된다</translation>
    </message>
    <message>
        <source>did you mean &apos;%1&apos;?</source>
        <translation>‘%1’ 항목을 뜻한 것으로 보인다</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>파일이 없다</translation>
    </message>
    <message>
        <source>look at its name and folder</source>
        <translation>파일 이름과 폴더가 맞는지 확인해야 한다</translation>
    </message>
    <message>
        <source>you may not read it</source>
        <translation>읽을 권한이 없다</translation>
    </message>
    <message>
        <source>change its permissions</source>
        <translation>권한을 바꾸면 된다</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>파일이 아니라 폴더이다</translation>
    </message>
    <message>
        <source>add the name of a file</source>
        <translation>파일 이름을 덧붙이면 된다</translation>
    </message>
    <message>
        <source>cannot be read (%1)</source>
        <translation>읽을 수 없다 (%1)</translation>
    </message>
    <message>
        <source>copy it somewhere else and try again</source>
        <translation>다른 곳에 복사해서 다시 열면 된다</translation>
    </message>
    <message>
        <source>is a pipe or device</source>
        <translation>파일이 아니라 파이프나 장치이다</translation>
    </message>
    <message>
        <source>choose a file that Ravine has saved</source>
        <translation>Ravine에서 저장한 파일을 고르면 된다</translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation>크기가 %1바이트를 넘는다</translation>
    </message>
    <message>
        <source>there is no space left on the device</source>
        <translation>저장 장치에 남은 공간이 없다</translation>
    </message>
    <message>
        <source>make room, or write somewhere else</source>
        <translation>공간을 확보하거나 다른 곳에 저장하면 된다</translation>
    </message>
    <message>
        <source>your share of the device is used up</source>
        <translation>저장 장치의 사용 할당량을 모두 썼다</translation>
    </message>
    <message>
        <source>the file would be larger than is allowed</source>
        <translation>파일 크기가 허용 한도를 넘는다</translation>
    </message>
    <message>
        <source>raise the limit (ulimit -f), or write less</source>
        <translation>ulimit -f 한도를 높이거나 저장할 내용을 줄이면 된다</translation>
    </message>
    <message>
        <source>you may not write there</source>
        <translation>그곳에 저장할 권한이 없다</translation>
    </message>
    <message>
        <source>write somewhere else, or change the permissions</source>
        <translation>다른 곳에 저장하거나 권한을 바꾸면 된다</translation>
    </message>
    <message>
        <source>the device can only be read</source>
        <translation>읽기 전용 저장 장치이다</translation>
    </message>
    <message>
        <source>write somewhere else</source>
        <translation>다른 곳에 저장하면 된다</translation>
    </message>
    <message>
        <source>the folder does not exist</source>
        <translation>폴더가 없다</translation>
    </message>
    <message>
        <source>make the folder, or write somewhere else</source>
        <translation>폴더를 만들거나 다른 곳에 저장하면 된다</translation>
    </message>
    <message>
        <source>a part of the path is not a folder</source>
        <translation>경로 중간에 폴더가 아닌 것이 있다</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>이름이 너무 길다</translation>
    </message>
    <message>
        <source>choose a shorter one</source>
        <translation>더 짧은 이름을 고르면 된다</translation>
    </message>
    <message>
        <source>the links lead round in a circle</source>
        <translation>링크가 순환한다</translation>
    </message>
    <message>
        <source>nobody reads it any more</source>
        <translation>출력을 읽는 프로그램이 더는 없다</translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>이미 닫혀 있다</translation>
    </message>
    <message>
        <source>cannot be written (%1)</source>
        <translation>저장할 수 없다(%1)</translation>
    </message>
    <message>
        <source>cannot be %1</source>
        <translation>값이 될 수 없다: %1</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>객체가 아니다</translation>
    </message>
    <message>
        <source>write { … } here</source>
        <translation>여기에는 { … } 형식으로 쓰면 된다</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>빠져 있다</translation>
    </message>
    <message>
        <source>write it instead of &apos;%1&apos;</source>
        <translation>‘%1’ 대신 이 이름을 쓰면 된다</translation>
    </message>
    <message>
        <source>add it</source>
        <translation>추가하면 된다</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>문자열이 아니다</translation>
    </message>
    <message>
        <source>put it in quotation marks</source>
        <translation>따옴표로 묶으면 된다</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>true도 false도 아니다</translation>
    </message>
    <message>
        <source>is not a number</source>
        <translation>수가 아니다</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>정수가 아니다</translation>
    </message>
    <message>
        <source>write a whole number such as %1</source>
        <translation>%1 같은 정수를 쓰면 된다</translation>
    </message>
    <message>
        <source>is not a pair of numbers</source>
        <translation>두 수의 쌍이 아니다</translation>
    </message>
    <message>
        <source>write it as [x, y]</source>
        <translation>[x, y] 형식으로 쓰면 된다</translation>
    </message>
    <message>
        <source>is not a box</source>
        <translation>직사각형 영역이 아니다</translation>
    </message>
    <message>
        <source>write it as [x0, x1, y0, y1]</source>
        <translation>[x0, x1, y0, y1] 형식으로 쓰면 된다</translation>
    </message>
    <message>
        <source>does not stand alone</source>
        <translation>수식과 함께 있거나 둘 다 없다</translation>
    </message>
    <message>
        <source>give either an id or a formula</source>
        <translation>id, 수식 중 하나만 쓰면 된다</translation>
    </message>
    <message>
        <source>is 0</source>
        <translation>0일 수 없다</translation>
    </message>
    <message>
        <source>number the runs 1, 2, 3 …</source>
        <translation>실행 번호를 1, 2, 3 … 순으로 매기면 된다</translation>
    </message>
    <message>
        <source>was left out, for this Ravine does not understand it</source>
        <translation>이 버전의 Ravine에는 없는 내용이라 빠졌다</translation>
    </message>
    <message>
        <source>open the file with a newer Ravine</source>
        <translation>더 새로운 버전의 Ravine에서 파일을 열면 된다</translation>
    </message>
    <message>
        <source>the experiment has %1 runs</source>
        <translation>실험의 실행이 %1개이다</translation>
    </message>
    <message>
        <source>give from 1 to %1</source>
        <translation>1개 이상 %1개 이하로 두면 된다</translation>
    </message>
    <message>
        <source>is not one that this Ravine can read</source>
        <translation>이 Ravine에서 읽을 수 없는 버전의 파일이다</translation>
    </message>
    <message>
        <source>is newer than this Ravine</source>
        <translation>이 Ravine보다 새로운 버전의 파일이다</translation>
    </message>
    <message>
        <source>open the file with a newer Ravine to see all of it</source>
        <translation>더 새로운 버전의 Ravine에서 열면 모두 볼 수 있다</translation>
    </message>
    <message>
        <source>write &quot;side by side&quot; or &quot;overlaid&quot;</source>
        <translation>&quot;side by side&quot;, &quot;overlaid&quot; 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>is not a list</source>
        <translation>배열이 아니다</translation>
    </message>
    <message>
        <source>write [ … ] here</source>
        <translation>여기에는 [ … ] 형식으로 쓰면 된다</translation>
    </message>
    <message>
        <source>is not a Ravine experiment</source>
        <translation>Ravine 실험 파일이 아니다</translation>
    </message>
    <message>
        <source>an object has more than %1 members</source>
        <translation>객체 하나에 항목이 %1개를 넘는다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is there twice</source>
        <translation>‘%1’ 항목이 두 번 나온다</translation>
    </message>
    <message>
        <source>keep one of them</source>
        <translation>하나만 남기면 된다</translation>
    </message>
    <message>
        <source>%1 is larger than any number can be</source>
        <translation>수로 나타낼 수 없을 만큼 크다: %1</translation>
    </message>
    <message>
        <source>write a smaller one</source>
        <translation>더 작은 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>파일이 중간에 끝난다</translation>
    </message>
    <message>
        <source>add what is missing, or take an earlier copy</source>
        <translation>빠진 부분을 채우거나 이전 사본을 쓰면 된다</translation>
    </message>
    <message>
        <source>is not valid JSON at &apos;%1&apos;</source>
        <translation>‘%1’ 부분이 올바른 JSON이 아니다</translation>
    </message>
    <message>
        <source>look for a comma, quotation mark or bracket that is missing or too much</source>
        <translation>쉼표, 따옴표, 괄호가 빠지거나 남지 않았는지 살펴보면 된다</translation>
    </message>
    <message>
        <source>is nested deeper than %1 levels</source>
        <translation>%1단계보다 깊이 중첩되어 있다</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>UTF-8 텍스트가 아니다</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>UTF-8로 저장하면 된다</translation>
    </message>
    <message>
        <source>write four numbers x0,x1,y0,y1 with x0 &lt; x1 and y0 &lt; y1</source>
        <translation>x0 &lt; x1, y0 &lt; y1 조건에 맞는 네 수를 x0,x1,y0,y1 순서로 쓰면 된다</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>비어 있다</translation>
    </message>
    <message>
        <source>give the id of a loss function or a formula</source>
        <translation>손실 함수의 id 또는 수식을 쓰면 된다</translation>
    </message>
    <message>
        <source>see &apos;ravine list loss-functions&apos;, or write a formula</source>
        <translation>‘ravine list loss-functions’ 목록을 확인하거나 수식을 쓰면 된다</translation>
    </message>
    <message>
        <source>there is no &apos;%1&apos;</source>
        <translation>‘%1’ 항목은 없다</translation>
    </message>
    <message>
        <source>is less than step_min</source>
        <translation>step_min보다 작다</translation>
    </message>
    <message>
        <source>give at least %1</source>
        <translation>%1 이상의 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>see the list of ids with &apos;ravine list&apos;</source>
        <translation>‘ravine list’ 명령으로 id 목록을 확인하면 된다</translation>
    </message>
    <message>
        <source>%1 is not possible</source>
        <translation>%1 값은 쓸 수 없다</translation>
    </message>
    <message>
        <source>the learning rate must be a finite number greater than 0</source>
        <translation>학습률은 0보다 큰 유한한 수여야 한다</translation>
    </message>
    <message>
        <source>give a rate such as %1</source>
        <translation>%1 같은 학습률을 쓰면 된다</translation>
    </message>
    <message>
        <source>the start is not a pair of finite numbers</source>
        <translation>시작점의 좌표가 유한한 두 수가 아니다</translation>
    </message>
    <message>
        <source>give two numbers such as %1</source>
        <translation>%1처럼 두 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>the loss is not a finite number there</source>
        <translation>그 점에서 손실 값이 유한하지 않다</translation>
    </message>
    <message>
        <source>choose a start where it is</source>
        <translation>손실이 유한한 시작점을 고르면 된다</translation>
    </message>
    <message>
        <source>the loss has no finite gradient there</source>
        <translation>그 점에서 기울기가 유한하지 않다</translation>
    </message>
    <message>
        <source>move the start a little</source>
        <translation>시작점을 조금 옮기면 된다</translation>
    </message>
    <message>
        <source>is negative</source>
        <translation>음수이다</translation>
    </message>
    <message>
        <source>another run has it too</source>
        <translation>다른 실행도 같은 번호를 쓴다</translation>
    </message>
    <message>
        <source>give each run a number of its own</source>
        <translation>실행마다 서로 다른 번호를 매기면 된다</translation>
    </message>
    <message>
        <source>%1 steps leave none after the warm-up</source>
        <translation>전체 %1단계로는 워밍업 뒤에 남는 단계가 없다</translation>
    </message>
    <message>
        <source>give more than warmup has</source>
        <translation>warmup보다 큰 값을 쓰면 된다</translation>
    </message>
    <message>
        <source>%1 steps are fewer than warm-up and decay together</source>
        <translation>전체 %1단계는 워밍업과 감쇠 단계의 합보다 적다</translation>
    </message>
    <message>
        <source>are not pairs of a step and a factor</source>
        <translation>단계와 배율의 쌍으로 되어 있지 않다</translation>
    </message>
    <message>
        <source>write step,factor,step,factor such as 0,1,200,0</source>
        <translation>0,1,200,0처럼 단계,배율,단계,배율 순서로 쓰면 된다</translation>
    </message>
    <message>
        <source>have steps that do not ascend</source>
        <translation>단계가 오름차순이 아니다</translation>
    </message>
    <message>
        <source>give each step once, in ascending order</source>
        <translation>단계를 한 번씩만 오름차순으로 쓰면 된다</translation>
    </message>
    <message>
        <source>write four numbers such as %1</source>
        <translation>%1처럼 네 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a whole number</source>
        <translation>‘%1’ 값은 정수가 아니다</translation>
    </message>
    <message>
        <source>write one up to %1</source>
        <translation>%1 이하의 정수를 쓰면 된다</translation>
    </message>
    <message>
        <source>there is no room for %1 more runs</source>
        <translation>실행을 %1개 더 추가할 수 없다</translation>
    </message>
    <message>
        <source>write fewer, or remove some runs; %1 have room</source>
        <translation>실행은 %1개까지 둘 수 있으므로 학습률 개수를 줄이거나 실행을 일부 삭제하면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no list of learning rates</source>
        <translation>‘%1’ 값은 학습률 목록이 아니다</translation>
    </message>
    <message>
        <source>write numbers above 0 with commas between them, such as %1</source>
        <translation>%1처럼 0보다 큰 수를 쉼표로 구분해 쓰면 된다</translation>
    </message>
    <message>
        <source>see &apos;ravine --help&apos;, or &apos;ravine COMMAND --help&apos;</source>
        <translation>‘ravine --help’ 또는 ‘ravine COMMAND --help’ 도움말을 확인하면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; was not expected</source>
        <translation>‘%1’ 인수는 쓸 수 없다</translation>
    </message>
    <message>
        <source>something that is needed is missing (%1)</source>
        <translation>필요한 것이 빠졌다 (%1)</translation>
    </message>
    <message>
        <source>an option has too few or too many words (%1)</source>
        <translation>옵션의 인수 개수가 맞지 않는다 (%1)</translation>
    </message>
    <message>
        <source>two options exclude each other (%1)</source>
        <translation>함께 쓸 수 없는 옵션이 있다 (%1)</translation>
    </message>
    <message>
        <source>there is no language &apos;%1&apos;</source>
        <translation>‘%1’ 언어는 지원하지 않는다</translation>
    </message>
    <message>
        <source>write en or ko</source>
        <translation>en 또는 ko를 쓰면 된다</translation>
    </message>
    <message>
        <source>there is neither a command nor a file &apos;%1&apos;</source>
        <translation>‘%1’ 이름의 명령도 파일도 없다</translation>
    </message>
    <message>
        <source>there are no &apos;%1&apos;</source>
        <translation>‘%1’ 목록은 없다</translation>
    </message>
    <message>
        <source>there is neither a file nor a scenario &apos;%1&apos;</source>
        <translation>‘%1’ 이름의 파일도 시나리오도 없다</translation>
    </message>
    <message>
        <source>see &apos;ravine list scenarios&apos;</source>
        <translation>‘ravine list scenarios’ 목록을 확인하면 된다</translation>
    </message>
    <message>
        <source>there is no run &apos;%1&apos;</source>
        <translation>‘%1’ 이름의 실행이 없다</translation>
    </message>
    <message>
        <source>give its name, or a number from 1 to %1</source>
        <translation>이름이나 1부터 %1까지의 번호를 쓰면 된다</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>해석할 수 없다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a box of finite numbers</source>
        <translation>‘%1’ 값은 유한한 직사각형 영역이 아니다</translation>
    </message>
    <message>
        <source>write x0,x1,y0,y1 such as -5,5,-5,5</source>
        <translation>-5,5,-5,5처럼 x0,x1,y0,y1 순서로 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a pair of finite numbers</source>
        <translation>‘%1’ 값은 유한한 두 수의 쌍이 아니다</translation>
    </message>
    <message>
        <source>write two numbers with a comma between them, such as -4,2</source>
        <translation>-4,2처럼 두 수를 쉼표로 구분해 쓰면 된다</translation>
    </message>
    <message>
        <source>does not go with options that describe a run</source>
        <translation>실행을 지정하는 옵션과 함께 쓸 수 없다</translation>
    </message>
    <message>
        <source>change the file, or leave --experiment out</source>
        <translation>파일을 고치거나 --experiment 옵션을 빼면 된다</translation>
    </message>
    <message>
        <source>give it, or an experiment with --experiment</source>
        <translation>이 옵션을 쓰거나 --experiment 옵션으로 실험을 지정하면 된다</translation>
    </message>
    <message>
        <source>chooses from the runs of an experiment</source>
        <translation>실험의 실행을 고를 때만 쓸 수 있다</translation>
    </message>
    <message>
        <source>name one with --experiment</source>
        <translation>--experiment 옵션으로 실험을 지정하면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a finite number</source>
        <translation>‘%1’ 값은 유한한 수가 아니다</translation>
    </message>
    <message>
        <source>write a number such as %1 or %2</source>
        <translation>%1 또는 %2 같은 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the name of a file</source>
        <translation>‘%1’ 값은 파일 이름이 될 수 없다</translation>
    </message>
    <message>
        <source>give one such as %1</source>
        <translation>%1 같은 파일 이름을 쓰면 된다</translation>
    </message>
    <message>
        <source>which of the %1 runs is meant is not said</source>
        <translation>실행 %1개 가운데 어느 것을 쓸지 정해지지 않았다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a scenario</source>
        <translation>시나리오 이름 ‘%1’만 있고 파일 이름이 없다</translation>
    </message>
    <message>
        <source>give the name of a file after it, ending in .png</source>
        <translation>그 뒤에 확장자가 .png인 파일 이름을 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a name for one</source>
        <translation>‘%1’ 이름은 그림 파일에 쓸 수 없다</translation>
    </message>
    <message>
        <source>end it in .png</source>
        <translation>이름 끝에 .png 확장자를 붙이면 된다</translation>
    </message>
    <message>
        <source>does not go with a scenario</source>
        <translation>시나리오와 함께 쓸 수 없다</translation>
    </message>
    <message>
        <source>leave one of them out</source>
        <translation>둘 중 하나를 빼면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a size that the window can have</source>
        <translation>‘%1’ 값은 창 크기로 쓸 수 없다</translation>
    </message>
    <message>
        <source>write WIDTHxHEIGHT from 720x450 to 7680x4320</source>
        <translation>720x450 이상 7680x4320 이하의 크기를 WIDTHxHEIGHT 형식으로 쓰면 된다</translation>
    </message>
    <message>
        <source>write a step such as 44</source>
        <translation>44 같은 단계 번호를 쓰면 된다</translation>
    </message>
    <message>
        <source>there is no theme &apos;%1&apos;</source>
        <translation>‘%1’ 테마는 없다</translation>
    </message>
    <message>
        <source>write light, dark or projector</source>
        <translation>light, dark, projector 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a scale for text</source>
        <translation>‘%1’ 값은 글자 배율로 쓸 수 없다</translation>
    </message>
    <message>
        <source>write a number from %1 to %2</source>
        <translation>%1 이상 %2 이하의 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>there is no step %1</source>
        <translation>%1단계는 없다</translation>
    </message>
    <message>
        <source>give a step from 0 to %1</source>
        <translation>0 이상 %1 이하의 단계를 쓰면 된다</translation>
    </message>
    <message>
        <source>none could be reached</source>
        <translation>연결할 수 있는 디스플레이가 없다</translation>
    </message>
    <message>
        <source>is not known; it is kept, without effect</source>
        <translation>알 수 없는 항목이라 그대로 두지만 효과는 없다</translation>
    </message>
    <message>
        <source>look at how it is spelt</source>
        <translation>철자를 확인해야 한다</translation>
    </message>
    <message>
        <source>set DISPLAY or WAYLAND_DISPLAY to one, or QT_QPA_PLATFORM to another platform of Qt; the commands list, run, check, export and shot need none</source>
        <translation>DISPLAY 또는 WAYLAND_DISPLAY 환경 변수로 디스플레이를 지정하거나 QT_QPA_PLATFORM 환경 변수로 다른 Qt 플랫폼을 지정하면 된다. list, run, check, export, shot 명령에는 디스플레이가 필요 없다</translation>
    </message>
    <message>
        <source>the file has more than %1 values</source>
        <translation>값이 %1개를 넘는다</translation>
    </message>
    <message>
        <source>write &quot;along x&quot;, &quot;along y&quot;, &quot;to the lowest minimum&quot; or &quot;along the step&quot;</source>
        <translation>&quot;along x&quot;, &quot;along y&quot;, &quot;to the lowest minimum&quot;, &quot;along the step&quot; 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>write &quot;linear&quot; or &quot;logarithmic&quot;</source>
        <translation>&quot;linear&quot;, &quot;logarithmic&quot; 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>there is no experiment in it</source>
        <translation>그 안에 실험이 없다</translation>
    </message>
    <message>
        <source>choose a file that Ravine has saved or exported</source>
        <translation>Ravine에서 저장하거나 내보낸 파일을 고른다</translation>
    </message>
    <message>
        <source>this program, which makes GIF and MP4, was not found</source>
        <translation>GIF와 MP4를 만드는 이 프로그램을 찾지 못했다</translation>
    </message>
    <message>
        <source>install the package ffmpeg, or choose WebP, which needs none</source>
        <translation>ffmpeg 패키지를 설치하거나, 다른 프로그램이 필요 없는 WebP를 고른다</translation>
    </message>
    <message>
        <source>it could not make the animation (%1)</source>
        <translation>애니메이션을 만들지 못했다(%1)</translation>
    </message>
    <message>
        <source>choose another format or a smaller size, and look whether the disk is full</source>
        <translation>다른 형식이나 더 작은 크기를 고르고, 디스크가 가득 찼는지 살펴본다</translation>
    </message>
    <message>
        <source>the animation could not be made</source>
        <translation>애니메이션을 만들지 못했다</translation>
    </message>
    <message>
        <source>choose a smaller size</source>
        <translation>더 작은 크기를 고른다</translation>
    </message>
    <message>
        <source>write a number of at most %1</source>
        <translation>%1 이하의 수를 적는다</translation>
    </message>
    <message>
        <source>there is too little room for a picture beside its text</source>
        <translation>글 옆에 그림이 들어갈 자리가 모자란다</translation>
    </message>
    <message>
        <source>give a larger size or a smaller text, or take a part of it alone</source>
        <translation>크기를 키우거나 글자를 줄이거나, 한 부분만 내보낸다</translation>
    </message>
    <message>
        <source>this is too small for a picture</source>
        <translation>그림으로 쓰기에는 너무 작다</translation>
    </message>
    <message>
        <source>give at least %1 pixels, or %2 mm, a side</source>
        <translation>한 변을 %1픽셀(%2 mm) 이상으로 정한다</translation>
    </message>
    <message>
        <source>with %1 × %2 pixels this is too large</source>
        <translation>%1 × %2픽셀로 너무 크다</translation>
    </message>
    <message>
        <source>give a size that times the scale has at most %1 pixels a side</source>
        <translation>배율을 곱했을 때 한 변이 %1픽셀을 넘지 않게 한다</translation>
    </message>
    <message>
        <source>no text has this size</source>
        <translation>글자 크기로 쓸 수 없는 값이다</translation>
    </message>
    <message>
        <source>give a number of points from %1 to %2</source>
        <translation>포인트 값을 %1~%2 사이로 정한다</translation>
    </message>
    <message>
        <source>the animation would have %1 frames</source>
        <translation>애니메이션이 %1프레임이 된다</translation>
    </message>
    <message>
        <source>take fewer steps, frames or seconds: at most %1 frames</source>
        <translation>단계, 프레임, 시간을 줄인다: 최대 %1프레임</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is none of its words</source>
        <translation>&apos;%1&apos;: 쓸 수 있는 낱말이 아니다</translation>
    </message>
    <message>
        <source>write one of %1</source>
        <translation>다음 가운데 하나를 적는다: %1</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number that it can be</source>
        <translation>&apos;%1&apos;: 쓸 수 있는 수가 아니다</translation>
    </message>
    <message>
        <source>what is to be written to standard output is not said</source>
        <translation>표준 출력에 무엇을 쓸지 정해지지 않았다</translation>
    </message>
    <message>
        <source>the name of a file to write is missing</source>
        <translation>쓸 파일의 이름이 빠졌다</translation>
    </message>
    <message>
        <source>give one after the experiment, which ends in one of %1</source>
        <translation>실험 다음에 파일 이름을 적는다; 확장자는 다음 가운데 하나: %1</translation>
    </message>
    <message>
        <source>there is no format &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 형식은 없다</translation>
    </message>
    <message>
        <source>there is no panel &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 패널은 없다</translation>
    </message>
    <message>
        <source>give a number from 1 to %1</source>
        <translation>1부터 %1까지의 번호를 적는다</translation>
    </message>
    <message>
        <source>the comparison is a table, not a picture</source>
        <translation>비교는 그림이 아니라 표다</translation>
    </message>
    <message>
        <source>write it to a file that ends in .csv or .json</source>
        <translation>.csv나 .json으로 끝나는 파일에 쓴다</translation>
    </message>
    <message>
        <source>there is no such part: &apos;%1&apos;</source>
        <translation>그런 부분은 없다: &apos;%1&apos;</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a size</source>
        <translation>&apos;%1&apos;: 크기가 아니다</translation>
    </message>
    <message>
        <source>write one such as %1</source>
        <translation>다음과 같이 적는다: %1</translation>
    </message>
    <message>
        <source>it lies behind --to</source>
        <translation>--to보다 뒤에 있다</translation>
    </message>
    <message>
        <source>there are no such steps</source>
        <translation>그런 단계는 없다</translation>
    </message>
    <message>
        <source>give steps from 0 to %1, the first one first</source>
        <translation>0부터 %1까지의 단계를 앞선 것부터 적는다</translation>
    </message>
    <message>
        <source>is not known</source>
        <translation>알 수 없는 항목이다</translation>
    </message>
    <message>
        <source>says nothing that can be checked</source>
        <translation>확인할 수 있는 내용이 없다</translation>
    </message>
    <message>
        <source>give either an outcome or a measure</source>
        <translation>outcome이나 measure 중 하나를 적는다</translation>
    </message>
    <message>
        <source>has no bound of its own</source>
        <translation>알맞은 범위가 없다</translation>
    </message>
    <message>
        <source>give a measure with below, above, at_most or at_least</source>
        <translation>measure를 below, above, at_most, at_least 중 하나와 함께 적는다</translation>
    </message>
    <message>
        <source>is unknown: &apos;%1&apos;</source>
        <translation>알 수 없는 값이다: &apos;%1&apos;</translation>
    </message>
    <message>
        <source>names no run of the experiment</source>
        <translation>실험에 없는 실행이다</translation>
    </message>
    <message>
        <source>give the id of one of its runs</source>
        <translation>실험에 있는 실행의 id를 적는다</translation>
    </message>
    <message>
        <source>is none of the run&apos;s</source>
        <translation>그 실행에 없는 단계이다</translation>
    </message>
    <message>
        <source>means nothing to this measure</source>
        <translation>이 measure에는 뜻이 없다</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>지운다</translation>
    </message>
    <message>
        <source>compares a thing with itself</source>
        <translation>같은 것끼리 비교한다</translation>
    </message>
    <message>
        <source>name another run, measure or step</source>
        <translation>다른 실행이나 measure, 단계를 적는다</translation>
    </message>
    <message>
        <source>mend the claim, which says otherwise, or the run</source>
        <translation>이와 다르게 적힌 claim이나 실행을 고친다</translation>
    </message>
    <message>
        <source>write %1</source>
        <translation>%1 값을 적는다</translation>
    </message>
    <message>
        <source>is no list of pages</source>
        <translation>쪽의 목록이 아니다</translation>
    </message>
    <message>
        <source>write a list of 1 to %1 pages</source>
        <translation>1~%1개의 쪽을 목록으로 적는다</translation>
    </message>
    <message>
        <source>has another length than the list of runs</source>
        <translation>실행의 수와 개수가 다르다</translation>
    </message>
    <message>
        <source>give one name for each of the %1 runs</source>
        <translation>실행 %1개에 이름을 하나씩 적는다</translation>
    </message>
    <message>
        <source>write &quot;inspector&quot;, &quot;loss&quot;, &quot;rate&quot; or &quot;transport&quot;</source>
        <translation>&quot;inspector&quot;, &quot;loss&quot;, &quot;rate&quot;, &quot;transport&quot; 중 하나를 적는다</translation>
    </message>
    <message>
        <source>give either a scenario or an experiment</source>
        <translation>scenario나 experiment 중 하나만 적는다</translation>
    </message>
    <message>
        <source>has a link that leads nowhere: &apos;%1&apos;</source>
        <translation>갈 곳이 없는 링크가 있다: &apos;%1&apos;</translation>
    </message>
    <message>
        <source>give the number of a page from 1 to %1</source>
        <translation>1부터 %1까지의 쪽 번호를 적는다</translation>
    </message>
    <message>
        <source>see &apos;ravine list&apos;</source>
        <translation>&apos;ravine list&apos;를 본다</translation>
    </message>
    <message>
        <source>is not a Ravine lesson</source>
        <translation>Ravine 수업이 아니다</translation>
    </message>
    <message>
        <source>choose a file that has &quot;format&quot;: &quot;ravine-lesson&quot;</source>
        <translation>&quot;format&quot;: &quot;ravine-lesson&quot;이 있는 파일을 고른다</translation>
    </message>
    <message>
        <source>choose one of the gallery&apos;s, such as &apos;%1&apos;</source>
        <translation>갤러리에 있는 묶음 중 하나를 고른다. 예: &apos;%1&apos;</translation>
    </message>
    <message>
        <source>write some of lr, schedule, optimizer, start, steps, noise, batches, standardize</source>
        <translation>lr, schedule, optimizer, start, steps, noise, batches, standardize 중에서 적는다</translation>
    </message>
    <message>
        <source>does not go with an experiment</source>
        <translation>실험과 함께 쓸 수 없다</translation>
    </message>
    <message>
        <source>there is no page &apos;%1&apos;</source>
        <translation>&apos;%1&apos; 쪽은 없다</translation>
    </message>
    <message>
        <source>has %1 values for %2 points</source>
        <translation>점은 %2개인데 값은 %1개다</translation>
    </message>
    <message>
        <source>give one for each x with each y</source>
        <translation>x와 y의 모든 쌍에 값을 하나씩 쓰면 된다</translation>
    </message>
    <message>
        <source>is not a finite number at %1</source>
        <translation>%1에서 유한한 수가 아니다</translation>
    </message>
    <message>
        <source>give every point a finite loss, or cut the grid to where it has one</source>
        <translation>모든 점의 손실을 유한하게 하거나 그런 부분만 남기면 된다</translation>
    </message>
    <message>
        <source>is too large at %1</source>
        <translation>%1에서 너무 크다</translation>
    </message>
    <message>
        <source>use numbers up to %1</source>
        <translation>%1 이하의 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>has too few values (%1)</source>
        <translation>값이 너무 적다 (%1개)</translation>
    </message>
    <message>
        <source>has too many values (%1)</source>
        <translation>값이 너무 많다 (%1개)</translation>
    </message>
    <message>
        <source>is not a finite number at its place %1</source>
        <translation>%1번째 값이 유한한 수가 아니다</translation>
    </message>
    <message>
        <source>does not ascend: %2 follows %1</source>
        <translation>오름차순이 아니다: %1 다음에 %2</translation>
    </message>
    <message>
        <source>sort its values, each of them once</source>
        <translation>겹치지 않게 차례로 늘어놓으면 된다</translation>
    </message>
    <message>
        <source>%1 and %2 are too near to each other</source>
        <translation>%1, %2 두 값이 너무 가깝다</translation>
    </message>
    <message>
        <source>leave one of them out, or scale the axis</source>
        <translation>하나를 빼거나 축의 척도를 바꾸면 된다</translation>
    </message>
    <message>
        <source>give from %1 to %2 along each axis</source>
        <translation>축마다 %1개에서 %2개까지 쓰면 된다</translation>
    </message>
    <message>
        <source>use a file that plot_surface.py of the loss-landscape project has written</source>
        <translation>loss-landscape 프로젝트의 plot_surface.py가 만든 파일을 쓰면 된다</translation>
    </message>
    <message>
        <source>cannot be read as HDF5</source>
        <translation>HDF5로 읽을 수 없다</translation>
    </message>
    <message>
        <source>is missing: the file holds losses along one direction</source>
        <translation>없다: 한 방향의 손실만 들어 있는 파일이다</translation>
    </message>
    <message>
        <source>run plot_surface.py with --x and --y</source>
        <translation>plot_surface.py를 --x, --y와 함께 실행하면 된다</translation>
    </message>
    <message>
        <source>is no dataset of numbers</source>
        <translation>수로 된 데이터세트가 아니다</translation>
    </message>
    <message>
        <source>is stored in chunks</source>
        <translation>나뉘어(chunk) 저장되어 있다</translation>
    </message>
    <message>
        <source>convert the file with h5repack -f NONE -l CONTI, or save the grid as CSV</source>
        <translation>h5repack -f NONE -l CONTI로 바꾸거나 격자를 CSV로 저장하면 된다</translation>
    </message>
    <message>
        <source>is larger than any grid</source>
        <translation>격자로는 너무 크다</translation>
    </message>
    <message>
        <source>is only a link to somewhere else</source>
        <translation>다른 곳을 가리키는 링크일 뿐이다</translation>
    </message>
    <message>
        <source>copy the numbers into the file itself</source>
        <translation>수를 파일 안에 직접 넣으면 된다</translation>
    </message>
    <message>
        <source>was not computed yet (−1) at points: %1 of %2, the first at %3</source>
        <translation>아직 계산되지 않은 점(−1)이 있다: %2개 중 %1개, 첫 점은 %3</translation>
    </message>
    <message>
        <source>start plot_surface.py again, which goes on where it stopped</source>
        <translation>plot_surface.py를 다시 실행하면 멈춘 곳부터 이어서 계산한다</translation>
    </message>
    <message>
        <source>is HDF5, which this build of Ravine cannot read</source>
        <translation>HDF5 파일인데, 이 Ravine은 HDF5 없이 빌드되었다</translation>
    </message>
    <message>
        <source>save the grid as CSV, or build Ravine where libhdf5 is installed</source>
        <translation>격자를 CSV로 저장하거나 libhdf5가 설치된 곳에서 Ravine을 빌드하면 된다</translation>
    </message>
    <message>
        <source>save an array with two dimensions of real numbers, with numpy.save</source>
        <translation>실수로 된 2차원 배열을 numpy.save로 저장하면 된다</translation>
    </message>
    <message>
        <source>has a header that cannot be read at &apos;%1&apos;</source>
        <translation>헤더의 &apos;%1&apos; 부분을 읽을 수 없다</translation>
    </message>
    <message>
        <source>is an array of records</source>
        <translation>레코드의 배열이다</translation>
    </message>
    <message>
        <source>is of version %1 of the format .npy, which is not known</source>
        <translation>.npy 형식의 알 수 없는 버전(%1)이다</translation>
    </message>
    <message>
        <source>is an array with dimensions: %1</source>
        <translation>배열의 차원 수가 맞지 않는다: %1</translation>
    </message>
    <message>
        <source>is an array of the type &apos;%1&apos;</source>
        <translation>배열의 자료형이 &apos;%1&apos;이다</translation>
    </message>
    <message>
        <source>save array.astype(&apos;float64&apos;)</source>
        <translation>array.astype(&apos;float64&apos;)를 저장하면 된다</translation>
    </message>
    <message>
        <source>has %1 bytes of values, where its shape needs %2</source>
        <translation>값이 %1바이트인데 모양에는 %2바이트가 필요하다</translation>
    </message>
    <message>
        <source>save the array once more, or take an earlier copy</source>
        <translation>배열을 다시 저장하거나 이전 사본을 쓰면 된다</translation>
    </message>
    <message>
        <source>there are no rows</source>
        <translation>행이 없다</translation>
    </message>
    <message>
        <source>write a row a line, such as 1.5,2</source>
        <translation>1.5,2처럼 한 줄에 한 행씩 쓰면 된다</translation>
    </message>
    <message>
        <source>there are %1 rows</source>
        <translation>행이 %1개다</translation>
    </message>
    <message>
        <source>give at most %1</source>
        <translation>%1개까지 쓰면 된다</translation>
    </message>
    <message>
        <source>write x,y or x1,x2,class</source>
        <translation>x,y 또는 x1,x2,class로 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a third class</source>
        <translation>&apos;%1&apos;은(는) 세 번째 클래스다</translation>
    </message>
    <message>
        <source>give two classes only</source>
        <translation>클래스를 둘만 쓰면 된다</translation>
    </message>
    <message>
        <source>give every row as many</source>
        <translation>모든 행의 열 수를 같게 하면 된다</translation>
    </message>
    <message>
        <source>has no class</source>
        <translation>클래스가 없다</translation>
    </message>
    <message>
        <source>write 0 or 1 at its end</source>
        <translation>끝에 0 또는 1을 쓰면 된다</translation>
    </message>
    <message>
        <source>save the grid as CSV, with numpy.save or as HDF5</source>
        <translation>격자를 CSV, numpy.save, HDF5 중 하나로 저장하면 된다</translation>
    </message>
    <message>
        <source>choose a file that holds a grid of losses</source>
        <translation>손실 격자가 든 파일을 고르면 된다</translation>
    </message>
    <message>
        <source>is an archive, as .npz, .pt and .xlsx files are</source>
        <translation>.npz, .pt, .xlsx 같은 압축 파일이다</translation>
    </message>
    <message>
        <source>is neither a text nor an array of NumPy nor HDF5</source>
        <translation>텍스트도 NumPy 배열도 HDF5도 아니다</translation>
    </message>
    <message>
        <source>give at least one</source>
        <translation>하나 이상 쓰면 된다</translation>
    </message>
    <message>
        <source>row %1 has a number that is not finite</source>
        <translation>%1번째 행에 유한하지 않은 수가 있다</translation>
    </message>
    <message>
        <source>leave the row out</source>
        <translation>그 행을 빼면 된다</translation>
    </message>
    <message>
        <source>give x in the first row, and in each other row y and its losses; or x, y and loss in every row</source>
        <translation>첫 행에 x를, 다른 행에는 y와 손실을 쓰거나, 모든 행에 x, y, 손실을 쓰면 된다</translation>
    </message>
    <message>
        <source>holds no numbers</source>
        <translation>수가 없다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number</source>
        <translation>&apos;%1&apos;은(는) 수가 아니다</translation>
    </message>
    <message>
        <source>a row has %1 cells instead of %2</source>
        <translation>칸이 %2개여야 하는데 %1개인 행이 있다</translation>
    </message>
    <message>
        <source>neither ascends nor descends: %2 follows %1</source>
        <translation>오름차순도 내림차순도 아니다: %1 다음에 %2</translation>
    </message>
    <message>
        <source>give x in the first row, y in the first column, each sorted</source>
        <translation>첫 행에 x, 첫 열에 y를 차례로 쓰면 된다</translation>
    </message>
    <message>
        <source>has more than %1 values</source>
        <translation>값이 %1개를 넘는다</translation>
    </message>
    <message>
        <source>is there twice for %1, first in line %2</source>
        <translation>%1의 값이 두 번 나온다 (처음은 %2번째 줄)</translation>
    </message>
    <message>
        <source>is missing at points of the grid: %1 of %2, the first at %3</source>
        <translation>격자의 점에 값이 없다: %2개 중 %1개, 첫 점은 %3</translation>
    </message>
    <message>
        <source>give each x with each y, the same number always written alike</source>
        <translation>모든 x와 y의 쌍을 쓰고, 같은 수는 늘 똑같이 쓰면 된다</translation>
    </message>
    <message>
        <source>write &quot;map&quot;, &quot;profile&quot;, &quot;relief&quot;, &quot;data&quot; or &quot;map with data&quot;</source>
        <translation>&quot;map&quot;, &quot;profile&quot;, &quot;relief&quot;, &quot;data&quot;, &quot;map with data&quot; 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>is not a list of numbers</source>
        <translation>수의 목록이 아니다</translation>
    </message>
    <message>
        <source>write [ 1, 2.5, … ] here</source>
        <translation>여기에 [ 1, 2.5, … ]처럼 쓰면 된다</translation>
    </message>
    <message>
        <source>is not as long as the first column</source>
        <translation>첫 열과 길이가 다르다</translation>
    </message>
    <message>
        <source>give every row all its numbers</source>
        <translation>모든 행에 수를 빠짐없이 쓰면 된다</translation>
    </message>
    <message>
        <source>is not the number of one that is in the file</source>
        <translation>파일에 있는 것의 번호가 아니다</translation>
    </message>
    <message>
        <source>number them 1, 2, 3 …</source>
        <translation>1, 2, 3 …처럼 번호를 매기면 된다</translation>
    </message>
    <message>
        <source>does not go with a table</source>
        <translation>표와 함께 쓸 수 없다</translation>
    </message>
    <message>
        <source>give either an id or a table</source>
        <translation>id와 표 중 하나만 쓰면 된다</translation>
    </message>
    <message>
        <source>write &quot;steps&quot; or &quot;epochs&quot;</source>
        <translation>&quot;steps&quot;, &quot;epochs&quot; 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>write &quot;loss&quot;, &quot;gradient norm&quot;, &quot;gradient noise&quot; or &quot;distance&quot;</source>
        <translation>&quot;loss&quot;, &quot;gradient norm&quot;, &quot;gradient noise&quot;, &quot;distance&quot; 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>has %1 points</source>
        <translation>점이 %1개다</translation>
    </message>
    <message>
        <source>give an id, a formula or a grid</source>
        <translation>id, 수식, 격자 중 하나만 쓰면 된다</translation>
    </message>
    <message>
        <source>only models learn from data</source>
        <translation>데이터로 학습하는 것은 모델뿐이다</translation>
    </message>
    <message>
        <source>choose a model, or leave the data out</source>
        <translation>모델을 고르거나 데이터를 빼면 된다</translation>
    </message>
    <message>
        <source>the rows have one input, and this model takes two</source>
        <translation>행의 입력은 하나인데 이 모델에는 둘이 필요하다</translation>
    </message>
    <message>
        <source>give rows of x1, x2 and class, or choose another model</source>
        <translation>x1, x2, class로 된 행을 쓰거나 다른 모델을 고르면 된다</translation>
    </message>
    <message>
        <source>the rows have two inputs, and this model takes one</source>
        <translation>행의 입력은 둘인데 이 모델에는 하나만 필요하다</translation>
    </message>
    <message>
        <source>give rows of x and y, or choose another model</source>
        <translation>x, y로 된 행을 쓰거나 다른 모델을 고르면 된다</translation>
    </message>
    <message>
        <source>the targets are not all 0 or 1, and this model tells two classes apart</source>
        <translation>두 클래스를 가르는 모델인데 0도 1도 아닌 목푯값이 있다</translation>
    </message>
    <message>
        <source>write each class as 0 or 1, or choose another model</source>
        <translation>클래스를 0 또는 1로 쓰거나 다른 모델을 고르면 된다</translation>
    </message>
    <message>
        <source>this loss function has no data to take batches from</source>
        <translation>이 손실 함수에는 배치를 뽑을 데이터가 없다</translation>
    </message>
    <message>
        <source>choose a model, or leave the batches out</source>
        <translation>모델을 고르거나 배치를 빼면 된다</translation>
    </message>
    <message>
        <source>choose one in the place of this loss function</source>
        <translation>이 손실 함수 대신 모델을 고르면 된다</translation>
    </message>
    <message>
        <source>write a number above 0 such as %1</source>
        <translation>%1 같은 0보다 큰 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>write loss-functions, models, data-sets, optimizers, schedules, scenarios, lessons or tasks</source>
        <translation>loss-functions, models, data-sets, optimizers, schedules, scenarios, lessons, tasks 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>write OWNER.NAME=VALUE, the owner being loss, data, optimizer, schedule, noise or batches</source>
        <translation>OWNER.NAME=VALUE로 쓰면 된다. OWNER는 loss, data, optimizer, schedule, noise, batches 중 하나다</translation>
    </message>
    <message>
        <source>give a CSV file or the id of a set of data</source>
        <translation>CSV 파일 또는 데이터 세트의 id를 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a number of epochs</source>
        <translation>&apos;%1&apos;은(는) 에폭 수가 아니다</translation>
    </message>
    <message>
        <source>does not go with --loss</source>
        <translation>--loss와 함께 쓸 수 없다</translation>
    </message>
    <message>
        <source>give one of the two</source>
        <translation>둘 중 하나만 쓰면 된다</translation>
    </message>
    <message>
        <source>does not go with --loss or --model</source>
        <translation>--loss, --model과 함께 쓸 수 없다</translation>
    </message>
    <message>
        <source>give one of them</source>
        <translation>그중 하나만 쓰면 된다</translation>
    </message>
    <message>
        <source>write steps or epochs</source>
        <translation>steps, epochs 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>give at most %1, by keeping one line in %2 along each axis</source>
        <translation>축마다 %2줄에 하나만 남겨 %1개 이하로 줄이면 된다</translation>
    </message>
    <message>
        <source>number of columns: %1</source>
        <translation>열 수: %1</translation>
    </message>
    <message>
        <source>number of columns: %1; in the first row: %2</source>
        <translation>열 수: %1, 첫 행: %2</translation>
    </message>
    <message>
        <source>counts how often all rows of data are seen</source>
        <translation>모든 데이터 행을 몇 번 보는지를 뜻한다</translation>
    </message>
    <message>
        <source>choose a model with --model, or give --steps</source>
        <translation>--model로 모델을 고르거나 --steps를 쓰면 된다</translation>
    </message>
    <message>
        <source>are more than %1 steps</source>
        <translation>%1단계를 넘는다</translation>
    </message>
    <message>
        <source>does not go with --steps</source>
        <translation>--steps와 함께 쓸 수 없다</translation>
    </message>
    <message>
        <source>belongs to a set that is made, and the rows are given</source>
        <translation>만들어지는 데이터에만 쓰는 값인데 행이 주어졌다</translation>
    </message>
    <message>
        <source>leave it out, or name a set with --data</source>
        <translation>빼거나 --data로 데이터 이름을 쓰면 된다</translation>
    </message>
    <message>
        <source>holds no losses</source>
        <translation>손실 값이 없다</translation>
    </message>
    <message>
        <source>a run on measured losses cannot be made a script</source>
        <translation>측정한 손실로 하는 실행은 스크립트로 만들 수 없음</translation>
    </message>
    <message>
        <source>export its steps, as .csv or .json</source>
        <translation>.csv나 .json으로 단계를 내보낼 것</translation>
    </message>
    <message>
        <source>is nothing that this run can be swept over</source>
        <translation>이 실행에서 바꾸어 볼 수 있는 값이 아니다</translation>
    </message>
    <message>
        <source>has an end that is no finite number</source>
        <translation>끝값이 유한한 수가 아니다</translation>
    </message>
    <message>
        <source>does not rise</source>
        <translation>커지지 않는다</translation>
    </message>
    <message>
        <source>give the lower end first, or one value</source>
        <translation>작은 끝값을 먼저 쓰거나 값을 하나만 쓰면 된다</translation>
    </message>
    <message>
        <source>cannot be logarithmic from or to 0 or less</source>
        <translation>0 이하의 끝값으로는 로그 눈금을 쓸 수 없다</translation>
    </message>
    <message>
        <source>give ends greater than 0, or leave log out</source>
        <translation>0보다 큰 끝값을 쓰거나 log를 빼면 된다</translation>
    </message>
    <message>
        <source>write QUANTITY=FROM:TO:HOW_MANY, such as %1 or %2</source>
        <translation>%1 또는 %2처럼 QUANTITY=FROM:TO:HOW_MANY 꼴로 쓰면 된다</translation>
    </message>
    <message>
        <source>is swept over twice</source>
        <translation>두 번 바꾸게 되어 있다</translation>
    </message>
    <message>
        <source>name another quantity</source>
        <translation>다른 값을 고르면 된다</translation>
    </message>
    <message>
        <source>name one before the options</source>
        <translation>옵션 앞에 실험을 쓰면 된다</translation>
    </message>
    <message>
        <source>give it, or name an experiment before the options</source>
        <translation>그것을 쓰거나, 옵션 앞에 실험을 쓰면 된다</translation>
    </message>
    <message>
        <source>change the file, or leave it out</source>
        <translation>파일을 고치거나 빼면 된다</translation>
    </message>
    <message>
        <source>is given %1 times</source>
        <translation>%1번 쓰였다</translation>
    </message>
    <message>
        <source>give it once, or twice for a map, such as %1</source>
        <translation>%1처럼 한 번, 지도라면 두 번 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not a name for a map</source>
        <translation>‘%1’ 이름은 지도 파일에 쓸 수 없다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no number of threads</source>
        <translation>‘%1’: 스레드 수가 아니다</translation>
    </message>
    <message>
        <source>asks for %1 cells</source>
        <translation>%1칸을 요구한다</translation>
    </message>
    <message>
        <source>ask for at most %1</source>
        <translation>%1칸까지 요구할 수 있다</translation>
    </message>
    <message>
        <source>is a whole number, and some of the values are none</source>
        <translation>정수여야 하는데 정수가 아닌 값이 있다</translation>
    </message>
    <message>
        <source>give ends and a count such as %1</source>
        <translation>%1처럼 끝값과 개수를 쓰면 된다</translation>
    </message>
    <message>
        <source>has no values</source>
        <translation>값이 하나도 없다</translation>
    </message>
    <message>
        <source>has too many values</source>
        <translation>값이 너무 많다</translation>
    </message>
    <message>
        <source>spans more than a number can hold</source>
        <translation>수로 나타낼 수 있는 범위를 넘는다</translation>
    </message>
    <message>
        <source>give ends that are nearer to each other</source>
        <translation>끝값을 서로 더 가깝게 쓰면 된다</translation>
    </message>
    <message>
        <source>has no room for a map with text of this size</source>
        <translation>이 글자 크기로는 지도가 들어갈 자리가 없다</translation>
    </message>
    <message>
        <source>make it larger, or --scale smaller</source>
        <translation>크기를 늘리거나 --scale을 줄이면 된다</translation>
    </message>
    <message>
        <source>there is no memory for so large a picture</source>
        <translation>이렇게 큰 그림을 만들 메모리가 없다</translation>
    </message>
    <message>
        <source>make it smaller</source>
        <translation>더 작게 하면 된다</translation>
    </message>
    <message>
        <source>must be greater than 0 on this axis</source>
        <translation>이 축에서는 0보다 커야 한다</translation>
    </message>
    <message>
        <source>needs two finite rates greater than 0</source>
        <translation>0보다 큰 유한한 학습률 두 개가 있어야 한다</translation>
    </message>
    <message>
        <source>give the lower rate first, such as %1</source>
        <translation>%1처럼 낮은 학습률을 먼저 쓰면 된다</translation>
    </message>
    <message>
        <source>%1 is not a number of steps for a range test</source>
        <translation>%1: 범위 테스트의 단계 수가 될 수 없다</translation>
    </message>
    <message>
        <source>give from %1 to %2</source>
        <translation>%1에서 %2 사이의 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>is not from 0 to below 1</source>
        <translation>0 이상 1 미만이 아닙니다</translation>
    </message>
    <message>
        <source>give 0 for none, or a number such as %1</source>
        <translation>평활하지 않으려면 0을, 하려면 %1 같은 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>has values so near to each other that double precision cannot tell them apart</source>
        <translation>값들이 서로 너무 가까워 배정밀도로 구별할 수 없다</translation>
    </message>
    <message>
        <source>give ends that are farther apart, or fewer values</source>
        <translation>양 끝을 더 멀리 두거나 값의 수를 줄이면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no whole number</source>
        <translation>&apos;%1&apos;: 정수가 아니다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no such rate</source>
        <translation>&apos;%1&apos;: 그런 학습률이 될 수 없다</translation>
    </message>
    <message>
        <source>give base_lr from 0, and max_lr above it</source>
        <translation>base_lr은 0 이상, max_lr은 그보다 크게 쓰면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is of one quantity alone</source>
        <translation>&apos;%1&apos;: 한 가지 양에 대해서만 보일 수 있다</translation>
    </message>
    <message>
        <source>leave out one --over, or write one of %1</source>
        <translation>--over 하나를 빼거나 다음 중 하나를 쓰면 된다: %1</translation>
    </message>
    <message>
        <source>goes to a place that is not on the map</source>
        <translation>지도 밖의 곳이다</translation>
    </message>
    <message>
        <source>give a place within the ranges that are swept</source>
        <translation>훑는 범위 안의 곳을 쓰면 된다</translation>
    </message>
    <message>
        <source>is no number above 1</source>
        <translation>1보다 큰 수가 아니다</translation>
    </message>
    <message>
        <source>give a number such as %1</source>
        <translation>%1 같은 수를 쓰면 된다</translation>
    </message>
    <message>
        <source>%1 is no number of frames for a zoom</source>
        <translation>%1: 확대 동영상의 장면 수가 될 수 없다</translation>
    </message>
    <message>
        <source>is not all there yet</source>
        <translation>아직 다 그려지지 않았다</translation>
    </message>
    <message>
        <source>wait a moment and try again</source>
        <translation>잠시 뒤에 다시 하면 된다</translation>
    </message>
    <message>
        <source>is no name for a picture or table of a map</source>
        <translation>지도의 그림이나 표에 쓸 수 있는 이름이 아니다</translation>
    </message>
    <message>
        <source>end it in .png, .svg, .pdf, .csv, .npy or .json</source>
        <translation>이름을 .png, .svg, .pdf, .csv, .npy, .json 중 하나로 끝내면 된다</translation>
    </message>
    <message>
        <source>is no name for a film</source>
        <translation>동영상에 쓸 수 있는 이름이 아니다</translation>
    </message>
    <message>
        <source>end it in .webp, .mp4 or .gif</source>
        <translation>이름을 .webp, .mp4, .gif 중 하나로 끝내면 된다</translation>
    </message>
    <message>
        <source>shows all there is</source>
        <translation>이미 전체를 보이고 있다</translation>
    </message>
    <message>
        <source>zoom to a place first, with the wheel</source>
        <translation>먼저 휠로 한 곳을 확대하면 된다</translation>
    </message>
    <message>
        <source>end it in one of %1</source>
        <translation>이름을 다음 중 하나로 끝내면 된다: %1</translation>
    </message>
    <message>
        <source>asks for a film, and nothing is said to move</source>
        <translation>동영상을 만들라고 하지만 무엇이 움직이는지 알 수 없다</translation>
    </message>
    <message>
        <source>give --animate or --zoom-to, or end it in .png</source>
        <translation>--animate나 --zoom-to를 쓰거나, 이름을 .png로 끝내면 된다</translation>
    </message>
    <message>
        <source>makes a film</source>
        <translation>동영상을 만든다</translation>
    </message>
    <message>
        <source>end --output in .webp, .mp4 or .gif</source>
        <translation>--output을 .webp, .mp4, .gif 중 하나로 끝내면 된다</translation>
    </message>
    <message>
        <source>does not go with --zoom-to</source>
        <translation>--zoom-to와 함께 쓸 수 없다</translation>
    </message>
    <message>
        <source>leave out one of them</source>
        <translation>둘 중 하나를 빼면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no place on this map</source>
        <translation>&apos;%1&apos;: 이 지도의 한 곳이 아니다</translation>
    </message>
    <message>
        <source>give a number for each --over, such as %1</source>
        <translation>--over마다 %1처럼 수를 하나씩 쓰면 된다</translation>
    </message>
    <message>
        <source>write &quot;bouncing&quot;, &quot;curvature&quot;, &quot;arrows&quot;, &quot;batch&quot; or &quot;basins&quot;</source>
        <translation>&quot;bouncing&quot;, &quot;curvature&quot;, &quot;arrows&quot;, &quot;batch&quot;, &quot;basins&quot; 중 하나를 쓰면 된다</translation>
    </message>
    <message>
        <source>is no name for a picture or table of a range test</source>
        <translation>범위 테스트의 그림이나 표에 쓸 수 있는 이름이 아니다</translation>
    </message>
    <message>
        <source>end it in .png, .svg, .pdf or .csv</source>
        <translation>이름을 .png, .svg, .pdf, .csv 중 하나로 끝내면 된다</translation>
    </message>
    <message>
        <source>is on an axis of this map, so there is no film over it</source>
        <translation>이 지도의 축이므로 이 값에 따른 영상은 없다</translation>
    </message>
    <message>
        <source>put other quantities on the axes</source>
        <translation>축에 다른 값을 놓으면 된다</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is too large</source>
        <translation>‘%1’ 값은 너무 크다</translation>
    </message>
    <message>
        <source>ask for at most %1 pixels a side</source>
        <translation>한 변을 많아야 %1픽셀로 요청하면 된다</translation>
    </message>
    <message>
        <source>must be greater than 0 and rise</source>
        <translation>0보다 크고 커지는 순서여야 한다</translation>
    </message>
    <message>
        <source>is only for films of a zoom</source>
        <translation>확대 동영상에만 쓴다</translation>
    </message>
    <message>
        <source>leave it out: --animate has a frame for each of its values</source>
        <translation>빼면 된다. --animate는 값마다 한 장면을 만든다</translation>
    </message>
    <message>
        <source>say with --zoom-to where the film is to go, or leave it out</source>
        <translation>동영상이 어디로 갈지 --zoom-to로 적거나 빼면 된다</translation>
    </message>
    <message>
        <source>does not go with %1</source>
        <translation>다음과는 함께 쓸 수 없다: %1</translation>
    </message>
</context>
<context>
    <name>ProblemBox</name>
    <message>
        <source>%1 (and %2 more)</source>
        <translation>%1 (외 %2건)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Remarks on the file</source>
        <translation>파일에 관한 알림</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>step %1, slope %2</source>
        <translation>걸음 %1, 기울기 %2</translation>
    </message>
    <message>
        <source>step %1, while −η × slope = %2</source>
        <translation>걸음 %1, −η × 기울기는 %2</translation>
    </message>
    <message>
        <source>slope</source>
        <translation>기울기</translation>
    </message>
    <message>
        <source>%1 beside the line</source>
        <translation>직선에서 %1 벗어남</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>dashed: each method&apos;s own stability limit</source>
        <translation>파선: 방법마다 다른 안정 한계</translation>
    </message>
    <message>
        <source>dashed: %1</source>
        <translation>파선: %1</translation>
    </message>
    <message>
        <source>above the lowest known</source>
        <translation>알려진 최저 손실과의 차이</translation>
    </message>
    <message>
        <source>where one is known</source>
        <translation>최소점이 알려진 실행만</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <translation>기울기 크기</translation>
    </message>
    <message>
        <source>Distance to the minimum</source>
        <translation>최소점까지의 거리</translation>
    </message>
    <message>
        <source>far above</source>
        <translation>훨씬 위에 있음</translation>
    </message>
    <message>
        <source>Your own formula</source>
        <translation>직접 쓴 수식</translation>
    </message>
    <message>
        <source>step</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Logarithmic scale from %1 to %2.</source>
        <translation>로그 눈금, %1 ~ %2.</translation>
    </message>
    <message>
        <source>Linear scale from %1 to %2.</source>
        <translation>선형 눈금, %1 ~ %2.</translation>
    </message>
    <message>
        <source>there is none: every step sees all there is</source>
        <translation>없음: 모든 단계가 전체 행을 씀</translation>
    </message>
    <message>
        <source>thin: of each step’s batch</source>
        <translation>가는 선: 단계별 배치의 손실</translation>
    </message>
    <message>
        <source>epoch (%1 steps)</source>
        <translation>에폭 (%1단계)</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>기울기 노이즈</translation>
    </message>
    <message>
        <source>%1, %2: limit %3</source>
        <translation>%1, %2: 한계 %3</translation>
    </message>
    <message>
        <source>%1, root mean square: %3</source>
        <translation>%1, 제곱평균제곱근: %3</translation>
    </message>
    <message>
        <source>%1, %2: %3 on its batch</source>
        <translation>%1, %2: 배치에서 %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>%1단계</translation>
    </message>
    <message>
        <source>step %1, epoch %2</source>
        <translation>%1단계, %2에폭</translation>
    </message>
    <message>
        <source>A model learns from data, which no formula has; choose another function first</source>
        <translation>모델은 데이터로 학습하지만 수식에는 데이터가 없다. 먼저 다른 함수를 고르면 된다</translation>
    </message>
    <message>
        <source>step</source>
        <comment>of an axis</comment>
        <translation>단계</translation>
    </message>
    <message>
        <source>Measured losses</source>
        <translation>측정된 손실</translation>
    </message>
    <message>
        <source>bold: root mean square</source>
        <translation>굵은 선: 제곱평균제곱근</translation>
    </message>
    <message>
        <source>step (an epoch is %1)</source>
        <comment>of an axis</comment>
        <translation>단계 (1에폭: %1)</translation>
    </message>
</context>
<context>
    <name>Range</name>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 이상 %2 이하</translation>
    </message>
    <message>
        <source>from %1 to below %2</source>
        <translation>%1 이상 %2 미만</translation>
    </message>
    <message>
        <source>above %1 to %2</source>
        <translation>%1 초과 %2 이하</translation>
    </message>
    <message>
        <source>above %1 to below %2</source>
        <translation>%1 초과 %2 미만</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>greater than %1</source>
        <translation>%1 초과</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>%1 이하</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>%1 미만</translation>
    </message>
    <message>
        <source>a finite number</source>
        <translation>유한한 수</translation>
    </message>
</context>
<context>
    <name>RangeTest</name>
    <message>
        <source>steepest descent</source>
        <translation>가장 가파른 하강</translation>
    </message>
    <message>
        <source>minimum / 10</source>
        <translation>최저점 / 10</translation>
    </message>
    <message>
        <source>valley</source>
        <translation>골짜기</translation>
    </message>
    <message>
        <source>Here the smoothed loss falls fastest from one η to the next.</source>
        <translation>평활한 손실이 η에 따라 가장 빠르게 줄어드는 곳이다.</translation>
    </message>
    <message>
        <source>A tenth of the η at which the smoothed loss is lowest: there it is about to rise again.</source>
        <translation>평활한 손실이 가장 낮은 η의 10분의 1이다. 가장 낮은 곳에서는 손실이 곧 다시 커진다.</translation>
    </message>
    <message>
        <source>The middle of the longest stretch over which the smoothed loss falls.</source>
        <translation>평활한 손실이 줄어드는 가장 긴 구간의 가운데이다.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>flat ground: gradient %1</source>
        <translation>평평한 곳: 기울기 %1</translation>
    </message>
    <message>
        <source>no minimum this way: the loss is down to %1</source>
        <translation>이쪽에는 최소점 없음: 손실 %1까지 하강</translation>
    </message>
    <message>
        <source>%1 exactly</source>
        <translation>정확히 %1</translation>
    </message>
    <message>
        <source>started by the minimum</source>
        <translation>최소점 바로 곁에서 시작</translation>
    </message>
    <message>
        <source>settled at step %1</source>
        <translation>%1단계에서 수렴</translation>
    </message>
    <message>
        <source>weight decay holds it %1 from the minimum, its loss %2 above</source>
        <translation>가중치 감쇠로 최소점에서 %1 떨어짐, 손실은 %2 높음</translation>
    </message>
    <message>
        <source>local minimum %1</source>
        <translation>지역 최소점 %1</translation>
    </message>
    <message>
        <source>loss %1 above the lowest known</source>
        <translation>알려진 최저 손실보다 %1 높음</translation>
    </message>
    <message>
        <source>beside the maximum %1: gradient %2</source>
        <translation>극대점 %1 근처: 기울기 %2</translation>
    </message>
    <message>
        <source>beside the saddle %1: gradient %2, and no curvature leads away</source>
        <translation>안장점 %1 근처: 기울기 %2, 벗어나는 방향의 곡률 없음</translation>
    </message>
    <message>
        <source>beside the saddle %1: gradient %2, curvature %3 leads away</source>
        <translation>안장점 %1 근처: 기울기 %2, 벗어나는 방향의 곡률 %3</translation>
    </message>
    <message>
        <source>kept moving by noise: the loss is %1 on average</source>
        <translation>노이즈로 계속 움직임: 평균 손실 %1</translation>
    </message>
    <message>
        <source>noise floor: on average %1 above the lowest loss</source>
        <translation>노이즈 바닥: 최저 손실보다 평균 %1 높음</translation>
    </message>
    <message>
        <source>kept moving by noise: on average %1 above the lowest loss</source>
        <translation>노이즈로 계속 움직임: 최저 손실보다 평균 %1 높음</translation>
    </message>
    <message>
        <source>repeats itself every %1 steps</source>
        <translation>%1단계마다 반복</translation>
    </message>
    <message>
        <source>bounces without rest</source>
        <translation>쉬지 않고 튐</translation>
    </message>
    <message>
        <source>loss stays at %1</source>
        <translation>손실 %1 유지</translation>
    </message>
    <message>
        <source>loss %1 to %2</source>
        <translation>손실 %1 ~ %2</translation>
    </message>
    <message>
        <source>at the minimum %1, but would leave it after %2 more steps</source>
        <translation>최소점 %1에 있으나 %2단계 뒤 벗어남</translation>
    </message>
    <message>
        <source>carried uphill by its momentum</source>
        <translation>모멘텀에 실려 오르는 중</translation>
    </message>
    <message>
        <source>the loss was rising when the steps ended</source>
        <translation>끝날 때 손실 증가 중</translation>
    </message>
    <message>
        <source>stands still: η has died away to %1</source>
        <translation>멈춤: η 값이 %1까지 감소</translation>
    </message>
    <message>
        <source>the loss, now %1, was still falling when the steps ended</source>
        <translation>끝날 때 손실 %1, 아직 감소 중</translation>
    </message>
    <message>
        <source>nothing had settled when the steps ended, the loss is %1</source>
        <translation>끝날 때까지 자리 잡지 못함, 손실 %1</translation>
    </message>
    <message>
        <source>still %1 above the lowest loss, %2 above a minimum %3 away</source>
        <translation>최저 손실보다 %1 높음, 거리 %3인 최소점보다 %2 높음</translation>
    </message>
    <message>
        <source>still %1 above the lowest loss, %2 from a minimum</source>
        <translation>최저 손실보다 %1 높음, 최소점까지 %2</translation>
    </message>
    <message>
        <source>%1 at step %2</source>
        <translation>%2단계에서 %1</translation>
    </message>
    <message>
        <source>step %1 overflows</source>
        <translation>%1단계에서 오버플로</translation>
    </message>
    <message>
        <source>step %1 leads to where there is no gradient</source>
        <translation>%1단계에서 기울기가 없는 곳에 도달</translation>
    </message>
    <message>
        <source>step %1 leads to where the loss is no finite number</source>
        <translation>%1단계에서 손실이 유한한 수가 아닌 곳에 도달</translation>
    </message>
    <message>
        <source>lately each step %1 times longer</source>
        <translation>최근 걸음마다 %1배씩 길어짐</translation>
    </message>
    <message>
        <source>far away from step %1 on</source>
        <translation>%1단계부터 아주 멀리 벗어남</translation>
    </message>
    <message>
        <source>on its way out when the steps ended</source>
        <translation>끝날 때 멀어지는 중</translation>
    </message>
    <message>
        <source>diverged at step %1</source>
        <translation>%1단계에서 발산</translation>
    </message>
    <message>
        <source>falls for ever</source>
        <translation>끝없이 하강</translation>
    </message>
    <message>
        <source>the classes can be parted: the weights grow for ever, the loss is down to %1</source>
        <translation>클래스가 나뉨: 가중치가 끝없이 커짐, 손실 %1까지 하강</translation>
    </message>
    <message>
        <source>step %1 leads off the grid</source>
        <translation>%1단계가 격자 밖으로 나감</translation>
    </message>
    <message>
        <source>off the grid at step %1</source>
        <translation>%1단계에서 격자 밖</translation>
    </message>
    <message>
        <source>noise floor %1</source>
        <translation>노이즈 바닥 %1</translation>
    </message>
    <message>
        <source>on average %1 above the lowest loss</source>
        <translation>최저 손실보다 평균 %1 높음</translation>
    </message>
    <message>
        <source>weight decay holds the weights, at the loss %1</source>
        <translation>가중치 감쇠가 가중치를 붙듦, 손실 %1</translation>
    </message>
    <message>
        <source>%1 on all rows</source>
        <translation>%1 (전체 행)</translation>
    </message>
</context>
<context>
    <name>Relief</name>
    <message>
        <source>height: log f</source>
        <translation>높이: log f</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>Cosine with warm restarts</source>
        <translation>코사인 웜 리스타트</translation>
    </message>
    <message>
        <source>Half a cosine wave down, then back to the top at once, again and again (SGDR).</source>
        <translation>코사인 반주기만큼 내려갔다가 단번에 꼭대기로 돌아가기를 되풀이한다(SGDR).</translation>
    </message>
    <message>
        <source>Cyclic</source>
        <translation>순환</translation>
    </message>
    <message>
        <source>Up and down between two rates; base_lr and max_lr take the place of η₀.</source>
        <translation>두 학습률 사이를 오르내린다. η₀ 대신 base_lr, max_lr 값을 쓴다.</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>원사이클</translation>
    </message>
    <message>
        <source>One climb and one long descent over the whole run; max_lr takes the place of η₀.</source>
        <translation>실행 전체에 걸쳐 한 번 올라갔다가 길게 내려온다. η₀ 대신 max_lr 값을 쓴다.</translation>
    </message>
    <message>
        <source>Silver steps</source>
        <translation>실버 스텝</translation>
    </message>
    <message>
        <source>Mostly short steps with now and then a very long one. Best with η₀ = 1/λmax.</source>
        <translation>대개 짧은 걸음이지만 이따금 아주 긴 걸음이 섞인다. η₀ = 1/λmax일 때 가장 좋다.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>상수</translation>
    </message>
    <message>
        <source>The learning rate never changes.</source>
        <translation>학습률이 변하지 않는다.</translation>
    </message>
    <message>
        <source>Constant, reduced at first</source>
        <translation>초반만 낮춘 상수</translation>
    </message>
    <message>
        <source>η₀ · factor for t &lt; total_iters, then η₀</source>
        <translation>η₀ · factor (t &lt; total_iters), 그 뒤 η₀</translation>
    </message>
    <message>
        <source>A fixed part of the rate for a while, then the whole of it (ConstantLR).</source>
        <translation>한동안 학습률의 일정 비율만 쓰다가, 그 뒤로는 학습률을 그대로 쓴다(ConstantLR).</translation>
    </message>
    <message>
        <source>Step decay</source>
        <translation>계단 감쇠</translation>
    </message>
    <message>
        <source>The learning rate falls by a factor every step_size steps.</source>
        <translation>학습률이 step_size 단계마다 일정한 배율로 줄어든다.</translation>
    </message>
    <message>
        <source>Drops at milestones</source>
        <translation>마일스톤 감쇠</translation>
    </message>
    <message>
        <source>η₀ γ^(milestones passed)</source>
        <translation>η₀ γ^(지나온 마일스톤 수)</translation>
    </message>
    <message>
        <source>The learning rate falls by a factor at each of the given steps (MultiStepLR).</source>
        <translation>학습률이 지정한 단계마다 일정한 배율로 줄어든다(MultiStepLR).</translation>
    </message>
    <message>
        <source>Exponential decay</source>
        <translation>지수 감쇠</translation>
    </message>
    <message>
        <source>The learning rate falls by the same factor at every step.</source>
        <translation>학습률이 매 단계 같은 배율로 줄어든다.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>선형</translation>
    </message>
    <message>
        <source>A straight line from one factor to another, then level.</source>
        <translation>한 배율에서 다른 배율까지 직선으로 변한 뒤 일정하게 유지된다.</translation>
    </message>
    <message>
        <source>Polynomial decay</source>
        <translation>다항식 감쇠</translation>
    </message>
    <message>
        <source>Down to exactly zero at total_iters; the power bends the way there.</source>
        <translation>total_iters 단계에서 정확히 0에 이른다. 곡선이 휘는 정도는 지수 power 값으로 정한다.</translation>
    </message>
    <message>
        <source>Cosine annealing</source>
        <translation>코사인 어닐링</translation>
    </message>
    <message>
        <source>Half a cosine wave down to η_min; after T_max it rises again, as in PyTorch.</source>
        <translation>코사인 반주기로 η_min까지 내려간다. T_max 단계가 지나면 PyTorch에서처럼 다시 올라간다.</translation>
    </message>
    <message>
        <source>Inverse time</source>
        <translation>역시간 감쇠</translation>
    </message>
    <message>
        <source>The classic rate of stochastic approximation: its sum is infinite, that of its squares is not.</source>
        <translation>확률적 근사의 고전적인 학습률로, 합은 무한하지만 제곱의 합은 유한하다.</translation>
    </message>
    <message>
        <source>Inverse square root</source>
        <translation>역제곱근 감쇠</translation>
    </message>
    <message>
        <source>Falls quickly at first, then ever more slowly; never reaches zero.</source>
        <translation>처음에는 빠르게, 갈수록 느리게 줄어들며 0에는 이르지 않는다.</translation>
    </message>
    <message>
        <source>Warm-up, then inverse square root</source>
        <translation>워밍업 후 역제곱근</translation>
    </message>
    <message>
        <source>Climbs in a straight line to η₀, then falls like 1/√t: the Transformer&apos;s rate.</source>
        <translation>η₀까지 직선으로 올라간 뒤 1/√t에 비례해 줄어든다. Transformer에 쓰인 학습률이다.</translation>
    </message>
    <message>
        <source>Warm-up, then cosine</source>
        <translation>워밍업 후 코사인</translation>
    </message>
    <message>
        <source>η₀ (start_factor + (1 − start_factor) t / warmup), then a cosine down to η_min</source>
        <translation>η₀ (start_factor + (1 − start_factor) t / warmup), 그 뒤 코사인 곡선을 따라 η_min까지</translation>
    </message>
    <message>
        <source>A straight line up, then half a cosine wave down: what most large models use.</source>
        <translation>직선으로 올라간 뒤 코사인 반주기로 내려간다. 대규모 모델에 가장 많이 쓰인다.</translation>
    </message>
    <message>
        <source>Warm-up, stable, decay (WSD)</source>
        <translation>워밍업·유지·감쇠 (WSD)</translation>
    </message>
    <message>
        <source>η₀ (t + 1) / warmup, then η₀, and in the last `decay` steps down to η_min</source>
        <translation>η₀ (t + 1) / warmup, 그 뒤 η₀, 마지막 `decay` 단계 동안 η_min까지</translation>
    </message>
    <message>
        <source>Level for as long as one likes; the loss drops when the decay begins.</source>
        <translation>원하는 만큼 일정하게 유지하다가, 감쇠를 시작하면 손실이 뚝 떨어진다.</translation>
    </message>
    <message>
        <source>Straight lines between points</source>
        <translation>구간별 선형</translation>
    </message>
    <message>
        <source>η₀ · factor, in straight lines between the points</source>
        <translation>η₀ · factor, 점과 점 사이는 직선</translation>
    </message>
    <message>
        <source>Any shape you like: a factor at each of the steps you name.</source>
        <translation>원하는 단계마다 배율을 지정해 어떤 모양이든 만들 수 있다.</translation>
    </message>
    <message>
        <source>Reduce on plateau</source>
        <translation>정체 시 감소</translation>
    </message>
    <message>
        <source>η ← factor · η when the loss has not improved for more than `patience` steps</source>
        <translation>η ← factor · η (`patience` 단계를 넘도록 손실이 나아지지 않을 때)</translation>
    </message>
    <message>
        <source>Listens to the loss and cuts the rate when it stops falling (ReduceLROnPlateau).</source>
        <translation>손실을 지켜보다가 더 줄어들지 않으면 학습률을 낮춘다(ReduceLROnPlateau).</translation>
    </message>
    <message>
        <source>Bold driver</source>
        <translation>볼드 드라이버</translation>
    </message>
    <message>
        <source>η ← up · η if the loss fell, down · η if it rose</source>
        <translation>η ← up · η (손실이 줄었을 때), down · η (커졌을 때)</translation>
    </message>
    <message>
        <source>Listens to the loss: a little bolder after each success, careful after a failure.</source>
        <translation>손실을 지켜보면서, 성공할 때마다 조금씩 대담해지고 실패하면 신중해진다.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>step %1 of %2</source>
        <translation>%2단계 중 %1단계</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Every η</source>
        <translation>모든 η</translation>
    </message>
</context>
<context>
    <name>SweepText</name>
    <message>
        <source>%1 %2 from %3 to %4, on a logarithmic scale.</source>
        <translation>%1 %2, %3부터 %4까지, 로그 축.</translation>
    </message>
    <message>
        <source>%1 %2 from %3 to %4.</source>
        <translation>%1 %2, %3부터 %4까지.</translation>
    </message>
    <message>
        <source>%1: less than 1 %.</source>
        <translation>%1: 1 % 미만.</translation>
    </message>
    <message>
        <source>%1: %2 %.</source>
        <translation>%1: %2 %.</translation>
    </message>
    <message>
        <source>The least is %1, at %2; the greatest is %3, at %4.</source>
        <translation>가장 작은 값은 %2에서 %1, 가장 큰 값은 %4에서 %3이다.</translation>
    </message>
    <message>
        <source>Minimum at %1</source>
        <translation>최소점 %1</translation>
    </message>
    <message>
        <source>And %1 more minima.</source>
        <translation>최소점이 %1개 더 있다.</translation>
    </message>
    <message>
        <source>By theory %1 is at %2 = %3.</source>
        <translation>이론상 %1 값: %2 = %3.</translation>
    </message>
    <message>
        <source>Lines show the borders of theory: η = %1, and critical damping.</source>
        <translation>선은 이론의 경계를 나타낸다: η = %1, 그리고 임계 감쇠.</translation>
    </message>
    <message>
        <source>Across:</source>
        <translation>가로:</translation>
    </message>
    <message>
        <source>Up:</source>
        <translation>세로:</translation>
    </message>
    <message>
        <source>It is being worked out.</source>
        <translation>계산하는 중이다.</translation>
    </message>
    <message>
        <source>So far %1 of %2 cells are worked out.</source>
        <translation>지금까지 %2칸 가운데 %1칸을 계산했다.</translation>
    </message>
    <message>
        <source>Runs arrive at the lowest minimum with η from %1 to %2.</source>
        <translation>η가 %1부터 %2까지일 때 가장 낮은 최소점에 도달한다.</translation>
    </message>
    <message>
        <source>The losses at the end are lowest with η from %1 to %2.</source>
        <translation>η가 %1부터 %2까지일 때 마지막 손실이 가장 낮다.</translation>
    </message>
    <message>
        <source>A line shows the border of theory: η = %1.</source>
        <translation>선은 이론의 경계를 나타낸다: η = %1.</translation>
    </message>
</context>
<context>
    <name>Sweeps</name>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Final loss</source>
        <translation>마지막 손실</translation>
    </message>
    <message>
        <source>Best loss</source>
        <translation>가장 낮은 손실</translation>
    </message>
    <message>
        <source>Steps to settle</source>
        <translation>자리 잡기까지의 단계</translation>
    </message>
    <message>
        <source>Minimum reached</source>
        <translation>다다른 최소점</translation>
    </message>
    <message>
        <source>start %1</source>
        <translation>시작점 %1</translation>
    </message>
    <message>
        <source>noise σ</source>
        <translation>노이즈 σ</translation>
    </message>
    <message>
        <source>%1 over %2</source>
        <translation>%2에 따른 %1</translation>
    </message>
    <message>
        <source>%1 over %2 and %3</source>
        <translation>%2, %3에 따른 %1</translation>
    </message>
    <message>
        <source>%1 steps</source>
        <translation>%1단계</translation>
    </message>
    <message>
        <source>%1, loss %2</source>
        <translation>%1, 손실 %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>another minimum</source>
        <translation>다른 최소점</translation>
    </message>
    <message>
        <source>a curve of minima</source>
        <translation>최소점이 이루는 곡선</translation>
    </message>
    <message>
        <source>Darker: settled later</source>
        <translation>어두울수록 늦게 자리 잡음</translation>
    </message>
    <message>
        <source>lowest loss on the way</source>
        <translation>도중의 가장 낮은 손실</translation>
    </message>
    <message>
        <source>Small: the last %1 losses</source>
        <translation>작은 점: 마지막 손실 %1개</translation>
    </message>
    <message>
        <source>Above the lowest loss known</source>
        <translation>알려진 가장 낮은 손실을 뺀 값</translation>
    </message>
    <message>
        <source>theory: η = %1</source>
        <translation>이론: η = %1</translation>
    </message>
    <message>
        <source>Losses at the end</source>
        <translation>끝의 손실</translation>
    </message>
    <message>
        <source>all arrive at the lowest minimum</source>
        <translation>모두 가장 낮은 최소점에 이름</translation>
    </message>
    <message>
        <source>the lowest final losses</source>
        <translation>마지막 손실이 가장 낮은 곳</translation>
    </message>
    <message>
        <source>theory: critical damping</source>
        <translation>이론: 임계 감쇠</translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation>노이즈 %1</translation>
    </message>
    <message>
        <source>On the lower edge: below %1</source>
        <translation>아래 변에 놓인 점: %1 미만</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
</context>
<context>
    <name>Term</name>
    <message>
        <source>gradient with weight decay</source>
        <translation>가중치 감쇠를 더한 기울기</translation>
    </message>
    <message>
        <source>momentum: remembered gradients</source>
        <translation>모멘텀: 기억한 기울기</translation>
    </message>
    <message>
        <source>divisor of each coordinate</source>
        <translation>좌표별 분모</translation>
    </message>
    <message>
        <source>average of squared gradients</source>
        <translation>기울기 제곱의 평균</translation>
    </message>
    <message>
        <source>bias corrected</source>
        <translation>편향 보정</translation>
    </message>
    <message>
        <source>the largest v so far</source>
        <translation>지금까지의 v 최댓값</translation>
    </message>
    <message>
        <source>shrunk parameters</source>
        <translation>줄인 매개변수</translation>
    </message>
    <message>
        <source>momentum coefficients of this step and the next</source>
        <translation>이번과 다음 단계의 모멘텀 계수</translation>
    </message>
    <message>
        <source>product of the coefficients</source>
        <translation>계수의 곱</translation>
    </message>
    <message>
        <source>mean of both</source>
        <translation>둘의 가중 평균</translation>
    </message>
    <message>
        <source>sum of squared gradients</source>
        <translation>기울기 제곱의 합</translation>
    </message>
    <message>
        <source>slowing</source>
        <translation>감속</translation>
    </message>
    <message>
        <source>gradient over the divisor</source>
        <translation>분모로 나눈 기울기</translation>
    </message>
    <message>
        <source>average of squared steps, for the next step</source>
        <translation>걸음 제곱의 평균, 다음 단계용</translation>
    </message>
    <message>
        <source>average of gradients</source>
        <translation>기울기의 평균</translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation>내다보기</translation>
    </message>
    <message>
        <source>gradient whose sign is followed; 0 after a change of sign</source>
        <translation>부호를 따를 기울기 (부호가 바뀌면 0)</translation>
    </message>
    <message>
        <source>step length of each coordinate</source>
        <translation>좌표별 걸음 길이</translation>
    </message>
    <message>
        <source>mix of memory and gradient, whose signs are followed</source>
        <translation>기억과 기울기의 혼합, 그 부호를 따름</translation>
    </message>
    <message>
        <source>memory, for the next step</source>
        <translation>기억, 다음 단계용</translation>
    </message>
    <message>
        <source>the length that was accepted</source>
        <translation>채택된 길이</translation>
    </message>
    <message>
        <source>the two curvatures</source>
        <translation>두 곡률</translation>
    </message>
    <message>
        <source>gradient over the curvature</source>
        <translation>곡률로 나눈 기울기</translation>
    </message>
    <message>
        <source>the place uphill</source>
        <translation>오르막 쪽 위치</translation>
    </message>
    <message>
        <source>the gradient that is followed</source>
        <translation>실제로 따르는 기울기</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>run %1</source>
        <translation>%1번째 실행</translation>
    </message>
    <message>
        <source>warm-up of %1</source>
        <translation>워밍업 %1단계</translation>
    </message>
    <message>
        <source>noise σ = %1, seed %2</source>
        <translation>노이즈 σ = %1, 시드 %2</translation>
    </message>
    <message>
        <source>Click to set it.</source>
        <translation>클릭하면 이 값으로 설정된다.</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>%1: %2; %3.</source>
        <translation>%1: %2. %3.</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1; %2.</source>
        <translation>%1. %2.</translation>
    </message>
    <message>
        <source>page %1</source>
        <translation>%1쪽</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>데이터 %1행</translation>
    </message>
    <message>
        <source>batches of %1</source>
        <translation>배치 크기 %1</translation>
    </message>
</context>
<context>
    <name>ravine::Actions</name>
    <message>
        <source>η series</source>
        <translation>η 시리즈</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>새 실험</translation>
    </message>
    <message>
        <source>Open …</source>
        <translation>열기 …</translation>
    </message>
    <message>
        <source>Reopen last</source>
        <translation>마지막 파일 다시 열기</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>다른 이름으로 저장 …</translation>
    </message>
    <message>
        <source>Begin with the last experiment</source>
        <translation>마지막 실험으로 시작</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>재생/일시 정지</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>이전 단계</translation>
    </message>
    <message>
        <source>One step forward</source>
        <translation>다음 단계</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>처음으로</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>끝으로</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>반복 재생</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>실행 추가</translation>
    </message>
    <message>
        <source>Duplicate run</source>
        <translation>실행 복제</translation>
    </message>
    <message>
        <source>Series: η, η/10, η/100</source>
        <translation>시리즈: η, η/10, η/100</translation>
    </message>
    <message>
        <source>Series of rates …</source>
        <translation>학습률 시리즈 …</translation>
    </message>
    <message>
        <source>Select all runs</source>
        <translation>모든 실행 선택</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>다음 실행</translation>
    </message>
    <message>
        <source>Run before</source>
        <translation>이전 실행</translation>
    </message>
    <message>
        <source>Remove run</source>
        <translation>실행 삭제</translation>
    </message>
    <message>
        <source>Reset the start</source>
        <translation>시작점 초기화</translation>
    </message>
    <message>
        <source>Halve η</source>
        <translation>η 값 절반으로</translation>
    </message>
    <message>
        <source>Double η</source>
        <translation>η 값 두 배로</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 하기</translation>
    </message>
    <message>
        <source>Copy runs</source>
        <translation>실행 복사</translation>
    </message>
    <message>
        <source>Paste runs</source>
        <translation>실행 붙여넣기</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히 보기</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>겹쳐 보기</translation>
    </message>
    <message>
        <source>Overlay or side by side</source>
        <translation>겹쳐/나란히 보기 전환</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>시스템 테마</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>밝은 테마</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>어두운 테마</translation>
    </message>
    <message>
        <source>Projector theme</source>
        <translation>프로젝터 테마</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Text of normal size</source>
        <translation>기본 글자 크기</translation>
    </message>
    <message>
        <source>Shade where steps bounce</source>
        <translation>튀는 영역 표시</translation>
    </message>
    <message>
        <source>Directions of curvature</source>
        <translation>곡률 방향 표시</translation>
    </message>
    <message>
        <source>Arrows of the step</source>
        <translation>걸음 화살표 표시</translation>
    </message>
    <message>
        <source>Enlarge one panel, or put it back</source>
        <translation>패널 확대/복원</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>발표 모드</translation>
    </message>
    <message>
        <source>Text of the scenario</source>
        <translation>시나리오 설명</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>Select a run</source>
        <translation>실행 선택</translation>
    </message>
    <message>
        <source>Select a run besides, or no more</source>
        <translation>선택에 추가/제외</translation>
    </message>
    <message>
        <source>There is room for %1 runs; remove one first</source>
        <translation>실행은 최대 %1개이므로 하나를 먼저 삭제해야 한다</translation>
    </message>
    <message>
        <source>One run must stay</source>
        <translation>실행이 하나는 남아 있어야 한다</translation>
    </message>
    <message>
        <source>Landscapes</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>Maps in all panels</source>
        <translation>모든 패널을 지도로</translation>
    </message>
    <message>
        <source>Profiles in all panels</source>
        <translation>모든 패널을 단면으로</translation>
    </message>
    <message>
        <source>Reliefs in all panels</source>
        <translation>모든 패널을 입체로</translation>
    </message>
    <message>
        <source>Another line for the profile</source>
        <translation>단면의 직선 바꾸기</translation>
    </message>
    <message>
        <source>Turn the relief to the left</source>
        <translation>입체를 왼쪽으로 돌리기</translation>
    </message>
    <message>
        <source>Turn the relief to the right</source>
        <translation>입체를 오른쪽으로 돌리기</translation>
    </message>
    <message>
        <source>See the relief from higher up</source>
        <translation>입체를 더 위에서 보기</translation>
    </message>
    <message>
        <source>See the relief from lower down</source>
        <translation>입체를 더 낮게 보기</translation>
    </message>
    <message>
        <source>Heights of the relief by their logarithm</source>
        <translation>입체의 높이를 로그로</translation>
    </message>
    <message>
        <source>See all of the landscapes again</source>
        <translation>지형 전체 다시 보기</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>내보내기 …</translation>
    </message>
    <message>
        <source>Copy a picture of the panel or chart</source>
        <translation>패널이나 차트를 그림으로 복사</translation>
    </message>
    <message>
        <source>Copy as NumPy</source>
        <translation>NumPy 코드로 복사</translation>
    </message>
    <message>
        <source>Copy as PyTorch</source>
        <translation>PyTorch 코드로 복사</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>명령으로 복사</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>도움말</translation>
    </message>
    <message>
        <source>Scenarios, lessons, tasks …</source>
        <translation>시나리오, 수업, 과제 …</translation>
    </message>
    <message>
        <source>Open a lesson …</source>
        <translation>수업 열기 …</translation>
    </message>
    <message>
        <source>Predict, then run</source>
        <translation>예상한 뒤 실행</translation>
    </message>
    <message>
        <source>Add this as a page …</source>
        <translation>지금 화면을 쪽으로 추가 …</translation>
    </message>
    <message>
        <source>Edit this page …</source>
        <translation>이 쪽 편집 …</translation>
    </message>
    <message>
        <source>Move this page forward</source>
        <translation>이 쪽을 앞으로 옮기기</translation>
    </message>
    <message>
        <source>Move this page back</source>
        <translation>이 쪽을 뒤로 옮기기</translation>
    </message>
    <message>
        <source>Remove this page</source>
        <translation>이 쪽 삭제</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>수업 닫기</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>How to read this picture</source>
        <translation>그림 읽는 법</translation>
    </message>
    <message>
        <source>Hints for the first steps</source>
        <translation>첫걸음 안내</translation>
    </message>
    <message>
        <source>No lesson is open</source>
        <translation>열린 수업이 없다</translation>
    </message>
    <message>
        <source>Only a lesson of your own can be changed; “Add this as a page” begins one</source>
        <translation>직접 만든 수업만 고칠 수 있다. ‘지금 화면을 쪽으로 추가’로 새 수업을 시작한다</translation>
    </message>
    <message>
        <source>While a lesson is open these keys turn its pages</source>
        <translation>수업이 열려 있는 동안에는 이 키로 쪽을 넘긴다</translation>
    </message>
    <message>
        <source>One page must stay</source>
        <translation>한 쪽은 남아야 한다</translation>
    </message>
    <message>
        <source>It is the first</source>
        <translation>첫 쪽이다</translation>
    </message>
    <message>
        <source>It is the last</source>
        <translation>마지막 쪽이다</translation>
    </message>
    <message>
        <source>Next page of the lesson</source>
        <translation>수업의 다음 쪽</translation>
    </message>
    <message>
        <source>Page before of the lesson</source>
        <translation>수업의 이전 쪽</translation>
    </message>
    <message>
        <source>Open measured losses …</source>
        <translation>측정한 손실 열기 …</translation>
    </message>
    <message>
        <source>Data in all panels</source>
        <translation>모든 패널에 데이터 표시</translation>
    </message>
    <message>
        <source>Map with data in all panels</source>
        <translation>모든 패널에 지도와 데이터 표시</translation>
    </message>
    <message>
        <source>Only models learn from data</source>
        <translation>데이터로 학습하는 것은 모델뿐이다</translation>
    </message>
    <message>
        <source>Landscape of the mini-batch</source>
        <translation>미니배치의 지형</translation>
    </message>
    <message>
        <source>No run learns from mini-batches</source>
        <translation>미니배치로 배우는 실행이 없다</translation>
    </message>
    <message>
        <source>Map, profile, relief or data</source>
        <translation>지도, 단면, 입체, 데이터 바꾸기</translation>
    </message>
    <message>
        <source>Map, profile, relief or data in all panels</source>
        <translation>모든 패널에서 지도, 단면, 입체, 데이터 바꾸기</translation>
    </message>
    <message>
        <source>Maps of a run</source>
        <translation>실행의 지도</translation>
    </message>
    <message>
        <source>Chart of every η</source>
        <translation>모든 η의 차트</translation>
    </message>
    <message>
        <source>Learning-rate range test</source>
        <translation>학습률 범위 테스트</translation>
    </message>
    <message>
        <source>Where each start would end</source>
        <translation>출발점마다 끝나는 곳</translation>
    </message>
</context>
<context>
    <name>ravine::BatchSection</name>
    <message>
        <source>Each step sees all %1 rows: a step is an epoch.</source>
        <translation>단계마다 전체 %1행을 쓴다. 한 단계가 한 에폭이다.</translation>
    </message>
    <message>
        <source>%1 steps per epoch; %2 steps are %3 epochs.</source>
        <translation>에폭당 %1단계, %2단계는 %3에폭이다.</translation>
    </message>
    <message>
        <source>BATCHES</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Another order of the rows; needs batches that are shuffled</source>
        <translation>행의 순서를 다시 섞기 (섞는 배치에서만)</translation>
    </message>
    <message>
        <source>all</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Each step sees all rows</source>
        <translation>단계마다 모든 행을 쓴다</translation>
    </message>
    <message>
        <source>Batches of %1</source>
        <translation>배치 크기 %1</translation>
    </message>
    <message>
        <source>Change the batches</source>
        <translation>배치 변경</translation>
    </message>
</context>
<context>
    <name>ravine::ChartCard</name>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>What this chart shows</source>
        <translation>그래프에 표시할 값</translation>
    </message>
    <message>
        <source>Chart: %1</source>
        <translation>그래프에 %1 표시</translation>
    </message>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic or linear scale</source>
        <translation>로그 눈금/선형 눈금 전환</translation>
    </message>
    <message>
        <source>Logarithmic scale</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Linear scale</source>
        <translation>선형 눈금</translation>
    </message>
    <message>
        <source>names</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Names of what is in the selected run&apos;s schedule</source>
        <translation>선택한 실행의 스케줄에 나오는 값의 이름 표시</translation>
    </message>
    <message>
        <source>Shown here: %1</source>
        <translation>표시하는 값: %1</translation>
    </message>
</context>
<context>
    <name>ravine::Comparison</name>
    <message>
        <source>Compare runs</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>Within 1 %: the first step by which 99 % of the fall from the first loss to the run&apos;s best has been made. Click a column to sort.</source>
        <translation>1% 이내: 손실이 시작값에서 그 실행의 최저값까지 줄어드는 폭의 99%만큼 줄어든 첫 단계. 열 제목을 클릭하면 정렬된다.</translation>
    </message>
    <message>
        <source>Copy as TSV</source>
        <translation>TSV 형식으로 복사</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Final loss</source>
        <translation>최종 손실</translation>
    </message>
    <message>
        <source>Best loss</source>
        <translation>최저 손실</translation>
    </message>
    <message>
        <source>at step</source>
        <translation>도달 단계</translation>
    </message>
    <message>
        <source>within 1 %</source>
        <translation>1% 이내</translation>
    </message>
    <message>
        <source>Overshoots</source>
        <translation>오버슈팅</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로 길이</translation>
    </message>
    <message>
        <source>never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>left saddle</source>
        <translation>안장점 벗어남</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Gradient noise</source>
        <translation>기울기 노이즈</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>바닥</translation>
    </message>
</context>
<context>
    <name>ravine::CycleAdvice</name>
    <message>
        <source>Length of the way up</source>
        <translation>올라가는 길이</translation>
    </message>
    <message>
        <source>Smith (2017) advises %1 to %2 epochs for the way up, here %3 to %4 steps.</source>
        <translation>Smith (2017)는 올라가는 데 %1~%2에폭을 권한다. 여기서는 %3~%4단계다.</translation>
    </message>
    <message>
        <source>%1 epochs (%2 steps)</source>
        <translation>%1에폭 (%2단계)</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1에폭</translation>
    </message>
</context>
<context>
    <name>ravine::DataSection</name>
    <message>
        <source>The loss falls for ever: there is no minimum.</source>
        <translation>손실이 끝없이 줄어든다. 최소점이 없다.</translation>
    </message>
    <message>
        <source>DATA</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>데이터 변경</translation>
    </message>
    <message>
        <source>Another draw of the rows</source>
        <translation>행을 다시 뽑기</translation>
    </message>
    <message>
        <source>At the lowest minimum: how unequal the curvatures are, and the η beyond which plain descent bounces ever farther</source>
        <translation>가장 낮은 최소점에서 곡률이 얼마나 다른지, 그리고 단순 경사 하강이 점점 더 멀리 튀기 시작하는 η</translation>
    </message>
    <message>
        <source>Before and after, side by side</source>
        <translation>표준화 전후를 나란히</translation>
    </message>
    <message>
        <source>Paste or edit rows…</source>
        <translation>행 붙여넣기·편집…</translation>
    </message>
    <message>
        <source>Open CSV…</source>
        <translation>CSV 열기…</translation>
    </message>
    <message>
        <source>Save CSV…</source>
        <translation>CSV 저장…</translation>
    </message>
    <message>
        <source>Own rows (%1)</source>
        <translation>직접 넣은 행 (%1)</translation>
    </message>
    <message>
        <source>The selected runs have different data</source>
        <translation>선택한 실행들의 데이터가 서로 다르다</translation>
    </message>
    <message>
        <source>Select one run</source>
        <translation>실행을 하나만 고르면 된다</translation>
    </message>
    <message>
        <source>A copy beside this run with the inputs standardized, or not where they are, and η the same part of 2/λmax</source>
        <translation>입력의 표준화만 바꾼 사본을 이 실행 옆에 만든다. η는 2/λmax의 같은 비율로 둔다</translation>
    </message>
    <message>
        <source>There is room for %1 runs; remove one first</source>
        <translation>실행은 %1개까지 둘 수 있다. 먼저 하나를 지우면 된다</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>전후 비교</translation>
    </message>
    <message>
        <source>%1, standardized</source>
        <translation>%1 (표준화)</translation>
    </message>
    <message>
        <source>%1, as measured</source>
        <translation>%1 (원래 값)</translation>
    </message>
    <message>
        <source>Open rows of data</source>
        <translation>데이터 열기</translation>
    </message>
    <message>
        <source>Tables (%1)</source>
        <translation>표 (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>모든 파일 (%1)</translation>
    </message>
    <message>
        <source>Save the rows</source>
        <translation>데이터 저장</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>데이터</translation>
    </message>
</context>
<context>
    <name>ravine::DataView</name>
    <message>
        <source>Data of the model: %1</source>
        <translation>모델의 데이터: %1</translation>
    </message>
    <message>
        <source>%1 rows of data.</source>
        <translation>데이터 %1행.</translation>
    </message>
    <message>
        <source>%1: %2, mean loss %3.</source>
        <translation>%1: %2, 평균 손실 %3.</translation>
    </message>
    <message>
        <source>The step at the playhead sees %1 of the rows.</source>
        <translation>재생 위치의 단계는 %1개 행을 쓴다.</translation>
    </message>
    <message>
        <source>Move row</source>
        <translation>행 옮기기</translation>
    </message>
    <message>
        <source>Add row</source>
        <translation>행 추가</translation>
    </message>
    <message>
        <source>Remove row</source>
        <translation>행 삭제</translation>
    </message>
    <message>
        <source>Change class</source>
        <translation>클래스 변경</translation>
    </message>
    <message>
        <source>Add row here</source>
        <translation>여기에 행 추가</translation>
    </message>
    <message>
        <source>Add row of the other class here</source>
        <translation>여기에 다른 클래스의 행 추가</translation>
    </message>
    <message>
        <source>Row %1: x₁ = %2, x₂ = %3, class %4, loss %5</source>
        <translation>%1행: x₁ = %2, x₂ = %3, 클래스 %4, 손실 %5</translation>
    </message>
    <message>
        <source>Row %1: x = %2, y = %3, loss %4</source>
        <translation>%1행: x = %2, y = %3, 손실 %4</translation>
    </message>
</context>
<context>
    <name>ravine::ExportDesk</name>
    <message>
        <source>Written: %1, %2</source>
        <translation>저장함: %1, %2</translation>
    </message>
    <message>
        <source>A picture of the panel is in the clipboard.</source>
        <translation>패널 그림을 클립보드에 복사했다.</translation>
    </message>
    <message>
        <source>A picture of the loss is in the clipboard.</source>
        <translation>손실 차트 그림을 클립보드에 복사했다.</translation>
    </message>
    <message>
        <source>A picture of the learning rate is in the clipboard.</source>
        <translation>학습률 차트 그림을 클립보드에 복사했다.</translation>
    </message>
    <message>
        <source>A script that repeats “%1” is in the clipboard.</source>
        <translation>“%1” 실행을 되풀이하는 스크립트를 클립보드에 복사했다.</translation>
    </message>
    <message>
        <source>The command that repeats “%1” is in the clipboard.</source>
        <translation>“%1” 실행을 되풀이하는 명령을 클립보드에 복사했다.</translation>
    </message>
    <message>
        <source>A picture of the chart of every η is in the clipboard.</source>
        <translation>모든 η 차트 그림을 클립보드에 복사했다.</translation>
    </message>
</context>
<context>
    <name>ravine::ExportDialog</name>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>다른 이름으로 저장 …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>The program ffmpeg, which makes it, is not here: install the package ffmpeg, or choose WebP.</source>
        <translation>만드는 데 필요한 ffmpeg 프로그램이 없다: ffmpeg 패키지를 설치하거나 WebP를 고른다.</translation>
    </message>
    <message>
        <source>With what the columns mean and the experiment in its head: opened in Ravine, it is there again.</source>
        <translation>머리 부분에 열의 뜻과 실험이 담기므로 Ravine에서 열면 실험이 그대로 돌아온다.</translation>
    </message>
    <message>
        <source>A short script that makes the same steps, and prints them.</source>
        <translation>같은 걸음을 밟고 출력하는 짧은 스크립트.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Frame %1 of %2, about %3 s left.</source>
        <translation>%2프레임 중 %1, 약 %3초 남음.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했다.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>취소했다. 아무것도 쓰지 않았다.</translation>
    </message>
    <message>
        <source>%1. The experiment goes with the picture: opened in Ravine, it is there again.</source>
        <translation>%1. 그림에 실험이 담기므로 Ravine에서 열면 실험이 그대로 돌아온다.</translation>
    </message>
    <message>
        <source>%1 × %2 pixels</source>
        <translation>%1 × %2픽셀</translation>
    </message>
    <message>
        <source>%1, %2 frames in %3 s, about %4.</source>
        <translation>%1, %3초 동안 %2프레임, 약 %4.</translation>
    </message>
</context>
<context>
    <name>ravine::ExportForm</name>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>PNG, a picture in pixels</source>
        <translation>PNG, 픽셀 그림</translation>
    </message>
    <message>
        <source>SVG, a picture in shapes</source>
        <translation>SVG, 벡터 그림</translation>
    </message>
    <message>
        <source>PDF, a page in shapes</source>
        <translation>PDF, 벡터 페이지</translation>
    </message>
    <message>
        <source>MP4, the smallest animation</source>
        <translation>MP4, 가장 작은 애니메이션</translation>
    </message>
    <message>
        <source>WebP, an animation for pages</source>
        <translation>WebP, 웹용 애니메이션</translation>
    </message>
    <message>
        <source>GIF, an animation for slides</source>
        <translation>GIF, 슬라이드용 애니메이션</translation>
    </message>
    <message>
        <source>CSV, a table</source>
        <translation>CSV, 표</translation>
    </message>
    <message>
        <source>JSON, all numbers</source>
        <translation>JSON, 모든 수치</translation>
    </message>
    <message>
        <source>Python, a script</source>
        <translation>Python, 스크립트</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>points</source>
        <translation>포인트</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>해상도</translation>
    </message>
    <message>
        <source>%1× (%2 dpi)</source>
        <translation>%1배 (%2 dpi)</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>From step</source>
        <translation>시작 단계</translation>
    </message>
    <message>
        <source>To step</source>
        <translation>끝 단계</translation>
    </message>
    <message>
        <source>A step takes</source>
        <translation>단계마다</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>프레임</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>The end stands</source>
        <translation>끝 장면</translation>
    </message>
    <message>
        <source>Transparent ground</source>
        <translation>투명 배경</translation>
    </message>
    <message>
        <source>Text as shapes, needs no fonts</source>
        <translation>글자를 도형으로(글꼴 불필요)</translation>
    </message>
    <message>
        <source>Begins again at its end</source>
        <translation>끝나면 다시 시작</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Another size</source>
        <translation>다른 크기</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>픽셀</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>전체 %1</translation>
    </message>
    <message>
        <source>Every step of every run</source>
        <translation>모든 실행의 모든 단계</translation>
    </message>
    <message>
        <source>The runs compared</source>
        <translation>실행 비교</translation>
    </message>
    <message>
        <source>%1, with NumPy</source>
        <translation>%1, NumPy</translation>
    </message>
    <message>
        <source>%1, with PyTorch</source>
        <translation>%1, PyTorch</translation>
    </message>
    <message>
        <source>The whole experiment</source>
        <translation>실험 전체</translation>
    </message>
    <message>
        <source>Panel: %1</source>
        <translation>패널: %1</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>범례</translation>
    </message>
    <message>
        <source>Landscapes</source>
        <translation>지형</translation>
    </message>
    <message>
        <source>As in the window</source>
        <translation>창에 보이는 대로</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>지도</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>단면</translation>
    </message>
    <message>
        <source>Reliefs</source>
        <translation>입체</translation>
    </message>
    <message>
        <source>Caption: function, start, optimizer, η, …</source>
        <translation>설명: 함수, 출발점, 옵티마이저, η, …</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>Maps with data</source>
        <translation>지도와 데이터</translation>
    </message>
    <message>
        <source>Every η</source>
        <translation>모든 η</translation>
    </message>
</context>
<context>
    <name>ravine::FileDesk</name>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>실험 열기</translation>
    </message>
    <message>
        <source>Ravine experiments (%1)</source>
        <translation>Ravine 실험 (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>모든 파일 (%1)</translation>
    </message>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>“%1” 파일을 열 수 없다</translation>
    </message>
    <message>
        <source>“%1” was changed by another program since it was opened here.</source>
        <translation>“%1” 파일을 여기에서 연 뒤에 다른 프로그램이 바꾸었다.</translation>
    </message>
    <message>
        <source>“%1” was made by a newer Ravine. What this one did not understand will be lost.</source>
        <translation>“%1” 파일은 더 새로운 버전의 Ravine에서 만든 것이다. 저장하면 이 버전이 이해하지 못한 내용은 사라진다.</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>실험 저장</translation>
    </message>
    <message>
        <source>“%1” could not be saved</source>
        <translation>“%1” 파일을 저장할 수 없다</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>다른 이름으로 저장 …</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>덮어쓰기</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>저장하지 않은 변경 사항</translation>
    </message>
    <message>
        <source>Save the changes to “%1”?</source>
        <translation>“%1”의 변경 사항을 아직 저장하지 않았다.</translation>
    </message>
    <message>
        <source>An experiment that was open before has changes that are in no file. Undo leads back to it.</source>
        <translation>앞서 열었던 실험에 아직 저장하지 않은 변경 사항이 있다. 되돌리기로 그 실험에 돌아갈 수 있다.</translation>
    </message>
    <message>
        <source>Go back to it</source>
        <translation>그 실험으로 돌아가기</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>“%1” was changed by another program.</source>
        <translation>다른 프로그램이 “%1” 파일을 바꾸었다.</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>다시 불러오기</translation>
    </message>
    <message>
        <source>Keep what is here</source>
        <translation>지금 내용 유지</translation>
    </message>
    <message>
        <source>Nothing was pasted. %1</source>
        <translation>붙여넣지 못했다. %1</translation>
    </message>
    <message>
        <source>Unsaved changes cannot be kept for the case that Ravine is ended by force: there is no room, or no permission, in its folder. Save often.</source>
        <translation>Ravine 폴더에 공간이나 권한이 없어, 강제 종료에 대비해 변경 사항을 보관할 수 없다. 자주 저장해야 한다.</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>“%1” 파일이 이미 있다.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Ravine ended before these changes were saved (%1): %2</source>
        <translation>다음 변경 사항을 저장하기 전에 Ravine 프로그램이 종료되었다 (%1): %2</translation>
    </message>
    <message>
        <source>The newest is here; undo leads back to the others.</source>
        <translation>가장 최근 실험을 열었다. 되돌리기로 나머지 실험에 갈 수 있다.</translation>
    </message>
    <message>
        <source>Nothing was pasted: there are no runs in the clipboard. Ctrl+C copies some.</source>
        <translation>붙여넣지 못했다. 클립보드에 실행이 없다. Ctrl+C 키로 복사할 수 있다.</translation>
    </message>
    <message>
        <source>Pictures and tables that carry one (%1)</source>
        <translation>실험이 담긴 그림과 표 (%1)</translation>
    </message>
    <message>
        <source>Ravine experiments and lessons (%1)</source>
        <translation>Ravine 실험과 수업 (%1)</translation>
    </message>
    <message>
        <source>Open measured losses</source>
        <translation>측정한 손실 열기</translation>
    </message>
    <message>
        <source>Losses on a grid (%1)</source>
        <translation>격자 위의 손실 (%1)</translation>
    </message>
    <message>
        <source>Paste runs</source>
        <translation>실행 붙여넣기</translation>
    </message>
</context>
<context>
    <name>ravine::FilmDialog</name>
    <message>
        <source>Film</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Size, in pixels</source>
        <translation>크기(픽셀)</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>장면 수</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>초당 장면 수</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>파일 고르기 …</translation>
    </message>
    <message>
        <source>η, first and last</source>
        <translation>η 처음과 끝</translation>
    </message>
    <message>
        <source>From one frame to the next η grows by equal factors.</source>
        <translation>장면마다 η에 같은 수를 곱해 간다.</translation>
    </message>
    <message>
        <source>%1 s long, of which the end stands for %2 s</source>
        <translation>길이 %1초, 그중 마지막 장면이 %2초</translation>
    </message>
</context>
<context>
    <name>ravine::FormulaDialog</name>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
</context>
<context>
    <name>ravine::Gallery</name>
    <message>
        <source>Gallery</source>
        <translation>갤러리</translation>
    </message>
    <message>
        <source>What would you like to show?</source>
        <translation>무엇을 보여 줄까?</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>%1 (%2 pages)</source>
        <translation>%1 (%2쪽)</translation>
    </message>
    <message>
        <source>Find out: tasks</source>
        <translation>알아내기: 과제</translation>
    </message>
    <message>
        <source>Nothing matches. Try another word.</source>
        <translation>맞는 것이 없다. 다른 낱말로 찾는다.</translation>
    </message>
</context>
<context>
    <name>ravine::GuideDialog</name>
    <message>
        <source>A labelled picture of a map, a loss chart and a learning-rate chart</source>
        <translation>지도, 손실 차트, 학습률 차트에 번호를 붙인 그림</translation>
    </message>
    <message>
        <source>How to read this picture</source>
        <translation>그림 읽는 법</translation>
    </message>
    <message>
        <source>The picture and what its numbers mean</source>
        <translation>그림과 번호의 뜻</translation>
    </message>
</context>
<context>
    <name>ravine::Hints</name>
    <message>
        <source>End the hints (Esc)</source>
        <translation>안내 끝내기 (Esc)</translation>
    </message>
    <message>
        <source>End the hints</source>
        <translation>안내 끝내기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
</context>
<context>
    <name>ravine::Inspector</name>
    <message>
        <source>Setup</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>현재 단계</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>실행 이름</translation>
    </message>
    <message>
        <source>The name of this run</source>
        <translation>이 실행의 이름</translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation>실행 이름 변경</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>결과 설명</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>실행 %1개</translation>
    </message>
    <message>
        <source>There is room for %1 runs; remove one first</source>
        <translation>실행은 최대 %1개이므로 하나를 먼저 삭제해야 한다</translation>
    </message>
    <message>
        <source>Add a copy (D)</source>
        <translation>복제본 추가 (D)</translation>
    </message>
    <message>
        <source>One run must stay</source>
        <translation>실행이 하나는 남아 있어야 한다</translation>
    </message>
    <message>
        <source>Remove (Del)</source>
        <translation>삭제 (Del)</translation>
    </message>
    <message>
        <source>Surveying the landscape …</source>
        <translation>손실 지형 분석 중 …</translation>
    </message>
    <message>
        <source>Marker of the run</source>
        <translation>실행의 표식</translation>
    </message>
    <message>
        <source>What do you expect? The reason comes with the end.</source>
        <translation>어떻게 될까? 까닭은 끝까지 실행한 뒤에 나온다.</translation>
    </message>
</context>
<context>
    <name>ravine::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
</context>
<context>
    <name>ravine::Laboratory</name>
    <message>
        <source>Open “%1”</source>
        <translation>“%1” 열기</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>실행 %1</translation>
    </message>
</context>
<context>
    <name>ravine::LandscapePane</name>
    <message>
        <source>The line that the profile follows</source>
        <translation>단면이 따라가는 직선</translation>
    </message>
    <message>
        <source>From the start to the lowest minimum</source>
        <translation>시작점에서 가장 낮은 최소점으로</translation>
    </message>
    <message>
        <source>Along the step at the playhead</source>
        <translation>재생 위치의 걸음 방향으로</translation>
    </message>
    <message>
        <source>Heights by their logarithm (H)</source>
        <translation>높이를 로그로 (H)</translation>
    </message>
    <message>
        <source>Map (V; with Shift in all panels)</source>
        <translation>지도 (V, Shift를 누르면 모든 패널)</translation>
    </message>
    <message>
        <source>Profile (V; with Shift in all panels)</source>
        <translation>단면 (V, Shift를 누르면 모든 패널)</translation>
    </message>
    <message>
        <source>Relief (V; with Shift in all panels)</source>
        <translation>입체 (V, Shift를 누르면 모든 패널)</translation>
    </message>
    <message>
        <source>Way to look</source>
        <translation>보는 방식</translation>
    </message>
    <message>
        <source>Line of the profile</source>
        <translation>단면의 직선</translation>
    </message>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Data (V; with Shift in all panels)</source>
        <translation>데이터 (V, Shift와 함께: 모든 패널)</translation>
    </message>
    <message>
        <source>Map with data (V; with Shift in all panels)</source>
        <translation>지도와 데이터 (V, Shift와 함께: 모든 패널)</translation>
    </message>
    <message>
        <source>Along %1, through the start</source>
        <translation>시작점을 지나 %1 방향</translation>
    </message>
</context>
<context>
    <name>ravine::LandscapePlot</name>
    <message>
        <source>Move start</source>
        <translation>시작점 옮기기</translation>
    </message>
</context>
<context>
    <name>ravine::LandscapeView</name>
    <message>
        <source>Map of the landscape: %1</source>
        <translation>손실 지형의 지도: %1</translation>
    </message>
</context>
<context>
    <name>ravine::LessonColumn</name>
    <message>
        <source>Page of the lesson</source>
        <translation>수업의 쪽</translation>
    </message>
    <message>
        <source>Text of the page</source>
        <translation>쪽의 글</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>답 보기</translation>
    </message>
</context>
<context>
    <name>ravine::LessonDesk</name>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>‘%1’ 파일을 열 수 없다</translation>
    </message>
    <message>
        <source>Add a page to “%1”</source>
        <translation>‘%1’ 수업에 쪽 추가</translation>
    </message>
    <message>
        <source>The first page of a lesson</source>
        <translation>수업의 첫 쪽</translation>
    </message>
    <message>
        <source>Page %1 was added.</source>
        <translation>%1쪽을 추가했다.</translation>
    </message>
    <message>
        <source>“%1” could not be saved</source>
        <translation>‘%1’ 파일을 저장하지 못했다</translation>
    </message>
    <message>
        <source>A lesson was begun. What you show next can be its next page.</source>
        <translation>수업을 시작했다. 다음에 보여 줄 화면을 다음 쪽으로 추가할 수 있다.</translation>
    </message>
    <message>
        <source>Edit page %1</source>
        <translation>%1쪽 편집</translation>
    </message>
    <message>
        <source>Page %1 was changed.</source>
        <translation>%1쪽을 고쳤다.</translation>
    </message>
    <message>
        <source>Page %1 was removed.</source>
        <translation>%1쪽을 삭제했다.</translation>
    </message>
    <message>
        <source>It is page %1 now.</source>
        <translation>이제 %1쪽이다.</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Save the lesson</source>
        <translation>수업 저장</translation>
    </message>
    <message>
        <source>Ravine lessons (%1)</source>
        <translation>Ravine 수업 (%1)</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>수업</translation>
    </message>
    <message>
        <source>Add the page</source>
        <translation>쪽 추가</translation>
    </message>
    <message>
        <source>Change the page</source>
        <translation>쪽 고치기</translation>
    </message>
    <message>
        <source>Open a lesson</source>
        <translation>수업 열기</translation>
    </message>
</context>
<context>
    <name>ravine::LessonHeader</name>
    <message>
        <source>Page before (Page Up)</source>
        <translation>이전 쪽 (Page Up)</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>다음 쪽 (Page Down)</translation>
    </message>
    <message>
        <source>Close the lesson</source>
        <translation>수업 닫기</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>On the way from: %1</source>
        <translation>잠시 떠나온 쪽: %1</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>전체 %2쪽 중 %1쪽</translation>
    </message>
</context>
<context>
    <name>ravine::LossSection</name>
    <message>
        <source>LANDSCAPE</source>
        <translation>손실 지형</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>함수</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>f(x, y), with + − * / ^ and functions such as sin(x), exp(x), sqrt(x), max(x, y). Any other letter is a number that you can set below.</source>
        <translation>f(x, y)의 식. + − * / ^ 기호와 sin(x), exp(x), sqrt(x), max(x, y) 같은 함수를 쓸 수 있다. 그 밖의 글자는 아래에서 값을 정하는 매개변수가 된다.</translation>
    </message>
    <message>
        <source>A larger field for the formula</source>
        <translation>수식을 넓은 칸에서 편집</translation>
    </message>
    <message>
        <source>Change the loss function</source>
        <translation>손실 함수 변경</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>정의역</translation>
    </message>
    <message>
        <source>The box to look at: x from, x to, y from, y to</source>
        <translation>살펴볼 영역: x 최소, x 최대, y 최소, y 최대</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>Change the formula</source>
        <translation>수식 변경</translation>
    </message>
    <message>
        <source>Change the domain</source>
        <translation>정의역 변경</translation>
    </message>
    <message>
        <source>Move start</source>
        <translation>시작점 옮기기</translation>
    </message>
    <message>
        <source>The selected runs have different functions</source>
        <translation>선택한 실행들의 함수가 서로 다르다</translation>
    </message>
    <message>
        <source>Where the run begins: %1, %2. The ring on the map can be dragged too.</source>
        <translation>실행이 시작하는 곳: %1, %2. 지도의 고리를 끌어도 된다.</translation>
    </message>
    <message>
        <source>%1 × %2 losses; between them a bicubic spline, with its own exact gradient and Hessian. Off the grid nothing is known.</source>
        <translation>손실 %1 × %2개. 그 사이는 쌍삼차 스플라인이며 기울기와 헤세 행렬은 스플라인의 것으로 정확하다. 격자 밖은 알 수 없다.</translation>
    </message>
</context>
<context>
    <name>ravine::MapsDialog</name>
    <message>
        <source>Maps of a run</source>
        <translation>실행의 지도</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>지도에 나타낼 것</translation>
    </message>
    <message>
        <source>across</source>
        <translation>가로</translation>
    </message>
    <message>
        <source>up</source>
        <translation>세로</translation>
    </message>
    <message>
        <source>Quantity up</source>
        <translation>세로로 바꿀 값</translation>
    </message>
    <message>
        <source>Quantity across</source>
        <translation>가로로 바꿀 값</translation>
    </message>
    <message>
        <source>From and to, up</source>
        <translation>세로의 처음과 끝</translation>
    </message>
    <message>
        <source>From and to, across</source>
        <translation>가로의 처음과 끝</translation>
    </message>
    <message>
        <source>The lowest and the highest value, such as 0.001, 1</source>
        <translation>가장 작은 값과 가장 큰 값. 예: 0.001, 1</translation>
    </message>
    <message>
        <source>Click or drag: the run becomes that of the cell. Shift-click: another run. Wheel: zoom, double click: all again. Arrow keys: from cell to cell.</source>
        <translation>클릭하거나 끌면 실행이 그 칸의 것이 된다. Shift+클릭: 실행 추가. 휠: 확대, 두 번 클릭: 전체 보기. 화살표 키: 칸에서 칸으로.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Logarithmic or linear scale</source>
        <translation>로그 또는 선형 눈금</translation>
    </message>
    <message>
        <source>Logarithmic scale up</source>
        <translation>세로 로그 눈금</translation>
    </message>
    <message>
        <source>Logarithmic scale across</source>
        <translation>가로 로그 눈금</translation>
    </message>
    <message>
        <source>%1 %, about %2 s left · %3 million steps a second</source>
        <translation>%1%, 약 %2초 남음 · 초당 %3백만 단계</translation>
    </message>
    <message>
        <source>No further: here double precision ends.</source>
        <translation>더는 확대할 수 없다. 배정밀도가 여기서 끝난다.</translation>
    </message>
    <message>
        <source>0 and less have no logarithm: the axis begins at %1.</source>
        <translation>0 이하에는 로그가 없어 축이 %1부터 시작한다.</translation>
    </message>
</context>
<context>
    <name>ravine::NoiseSection</name>
    <message>
        <source>GRADIENT NOISE</source>
        <translation>기울기 노이즈</translation>
    </message>
    <message>
        <source>Change the noise</source>
        <translation>노이즈 변경</translation>
    </message>
    <message>
        <source>Another sequence of noise; needs a sigma above 0</source>
        <translation>노이즈를 새로 뽑는다 (sigma &gt; 0일 때만 가능)</translation>
    </message>
</context>
<context>
    <name>ravine::NoticeBar</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ravine::OptimizerSection</name>
    <message>
        <source>OPTIMIZER</source>
        <translation>최적화 알고리즘</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Change the optimizer</source>
        <translation>최적화 알고리즘 변경</translation>
    </message>
    <message>
        <source>The selected runs have different methods</source>
        <translation>선택한 실행들의 방법이 서로 다르다</translation>
    </message>
</context>
<context>
    <name>ravine::PageDialog</name>
    <message>
        <source>Title</source>
        <translation>제목</translation>
    </message>
    <message>
        <source>Formula</source>
        <translation>수식</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>What to look at, in Markdown: **bold**, lists, tables, [a link](scenario:catapult)</source>
        <translation>무엇을 볼지 마크다운으로 적는다: **굵게**, 목록, 표, [링크](scenario:catapult)</translation>
    </message>
    <message>
        <source>Preview of the text</source>
        <translation>글 미리 보기</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>to ask the class before it runs</source>
        <translation>실행하기 전에 학생들에게 묻는다</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답</translation>
    </message>
    <message>
        <source>shown when it is asked for</source>
        <translation>물어볼 때 보여 준다</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>인스펙터</translation>
    </message>
    <message>
        <source>Loss chart</source>
        <translation>손실 그래프</translation>
    </message>
    <message>
        <source>Learning-rate chart</source>
        <translation>학습률 그래프</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>재생 막대</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Keep the outcome back until it has been predicted</source>
        <translation>예상하기 전에는 결과를 보여 주지 않기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>ravine::PanelGrid</name>
    <message>
        <source>Runs</source>
        <translation>실행</translation>
    </message>
</context>
<context>
    <name>ravine::PictureDialog</name>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Size, in pixels</source>
        <translation>크기(픽셀)</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>파일 고르기 …</translation>
    </message>
</context>
<context>
    <name>ravine::PredictionBar</name>
    <message>
        <source>Prediction</source>
        <translation>예상</translation>
    </message>
    <message>
        <source>Count hands</source>
        <translation>손 든 수 세기</translation>
    </message>
    <message>
        <source>How many of a class expect each</source>
        <translation>각각을 예상한 학생 수</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>다시 묻기</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>실행하기</translation>
    </message>
    <message>
        <source>Show everything again (P)</source>
        <translation>모두 다시 보이기 (P)</translation>
    </message>
    <message>
        <source>Hands for “%1”</source>
        <translation>‘%1’에 손 든 수</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%2개 중 %1개 맞음</translation>
    </message>
    <message>
        <source>How will “%1” end? You can also drag its dashed ring to where, and draw its loss.</source>
        <translation>‘%1’: 어떻게 끝날까? 점선 고리를 끌어 끝날 곳을, 그래프에 그려 손실을 예상할 수도 있다.</translation>
    </message>
    <message>
        <source>Watch “%1” …</source>
        <translation>‘%1’: 지켜본다 …</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>‘%1’: %2</translation>
    </message>
    <message>
        <source>✓ %1, as you said.</source>
        <translation>✓ %1: 예상한 대로다.</translation>
    </message>
    <message>
        <source>✗ %1; you said %2.</source>
        <translation>✗ %1 (예상: %2).</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 The end was off by %2 % of the view.</source>
        <translation>%1 끝난 곳은 화면의 %2 %만큼 빗나갔다.</translation>
    </message>
    <message>
        <source>%1 The loss was off by a factor of %2 on average.</source>
        <translation>%1 손실은 평균 %2배 빗나갔다.</translation>
    </message>
    <message>
        <source>%1 of %2 hands were right.</source>
        <translation>손 든 %2명 중 %1명이 맞았다.</translation>
    </message>
    <message>
        <source>First say of every run what you expect: how will “%1” end?</source>
        <translation>먼저 모든 실행에 대해 예상을 고른다. ‘%1’: 어떻게 끝날까?</translation>
    </message>
    <message>
        <source>How will “%1” end? You can also draw its loss in the chart.</source>
        <translation>‘%1’: 어떻게 끝날까? 그래프에 그려 손실을 예상할 수도 있다.</translation>
    </message>
</context>
<context>
    <name>ravine::ProfileView</name>
    <message>
        <source>Profile of the landscape: %1</source>
        <translation>손실 지형의 단면: %1</translation>
    </message>
    <message>
        <source>The loss from the start to the lowest minimum.</source>
        <translation>시작점에서 가장 낮은 최소점까지의 손실.</translation>
    </message>
    <message>
        <source>The loss along the step at the playhead.</source>
        <translation>재생 위치의 걸음 방향으로 본 손실.</translation>
    </message>
    <message>
        <source>The loss along %1, through the start.</source>
        <translation>시작점을 지나는 %1 방향의 손실.</translation>
    </message>
</context>
<context>
    <name>ravine::RangeTestChart</name>
    <message>
        <source>diverged: stopped here</source>
        <translation>발산: 여기서 멈춤</translation>
    </message>
    <message>
        <source>The smoothed loss from %1 at η = %2 to %3 at η = %4.</source>
        <translation>평활한 손실: η = %2에서 %1, η = %4에서 %3.</translation>
    </message>
    <message>
        <source>It diverged there.</source>
        <translation>거기서 발산했다.</translation>
    </message>
    <message>
        <source>%1: η = %2.</source>
        <translation>%1: η = %2.</translation>
    </message>
    <message>
        <source>Learning-rate range test</source>
        <translation>학습률 범위 테스트</translation>
    </message>
</context>
<context>
    <name>ravine::RangeTestDialog</name>
    <message>
        <source>Learning-rate range test</source>
        <translation>학습률 범위 테스트</translation>
    </message>
    <message>
        <source>η from, to</source>
        <translation>η 범위</translation>
    </message>
    <message>
        <source>How η grows</source>
        <translation>η가 커지는 방식</translation>
    </message>
    <message>
        <source>by equal factors</source>
        <translation>같은 비율로</translation>
    </message>
    <message>
        <source>by equal steps</source>
        <translation>같은 간격으로</translation>
    </message>
    <message>
        <source>steps</source>
        <comment>how many</comment>
        <translation>단계 수</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>평활</translation>
    </message>
    <message>
        <source>The test: one run whose η grows; bold: its smoothed loss</source>
        <translation>테스트: η가 커지는 실행 하나, 굵은 선은 평활한 손실</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>Use</source>
        <comment>a suggested η</comment>
        <translation>사용</translation>
    </message>
    <message>
        <source>Use the η of: %1</source>
        <translation>이 η 사용: %1</translation>
    </message>
    <message>
        <source>A cyclical schedule between</source>
        <translation>주기 스케줄의 범위</translation>
    </message>
    <message>
        <source>Use as base_lr and max_lr</source>
        <translation>base_lr, max_lr로 사용</translation>
    </message>
    <message>
        <source>The loss never falls over these rates: begin with a lower η.</source>
        <translation>이 범위에서는 손실이 줄어드는 곳이 없다. 더 작은 η에서 시작하면 된다.</translation>
    </message>
    <message>
        <source>Take η from the range test</source>
        <translation>범위 테스트의 η 사용</translation>
    </message>
    <message>
        <source>Cyclical schedule from the range test</source>
        <translation>범위 테스트로 주기 스케줄 만들기</translation>
    </message>
    <message>
        <source>The selected run has a cyclical schedule now; undo takes it back.</source>
        <translation>선택한 실행이 이제 주기 스케줄을 쓴다. 되돌릴 수 있다.</translation>
    </message>
    <message>
        <source>Click into the lower picture: the run takes that η. A guess from one course can be wrong where the loss is not convex; the lower picture tells.</source>
        <translation>아래 그림을 클릭하면 실행이 그 η를 쓴다. 손실이 볼록하지 않으면 실행 하나로 한 추측은 틀릴 수 있다. 아래 그림이 실제를 보여 준다.</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>내보내기 …</translation>
    </message>
    <message>
        <source>Export the range test</source>
        <translation>범위 테스트 내보내기</translation>
    </message>
    <message>
        <source>range test</source>
        <comment>a file&apos;s name</comment>
        <translation>범위 테스트</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>저장함: %1</translation>
    </message>
    <message>
        <source>The truth: a run of its own for every constant η, with the losses it ends with</source>
        <translation>실제: 일정한 η마다 따로 실행했을 때 끝의 손실</translation>
    </message>
    <message>
        <source>First predict, then run: a test would tell.</source>
        <translation>먼저 예측하고 실행한다: 테스트를 보면 답을 알게 된다.</translation>
    </message>
    <message>
        <source>max_lr is above %1 = %2 at the lowest minimum.</source>
        <translation>max_lr이 가장 낮은 최소점의 %1 = %2보다 크다.</translation>
    </message>
    <message>
        <source>Up to a tenth of the η with the lowest smoothed loss, from a quarter of that (the quarter: Smith 2017).</source>
        <translation>위는 평활한 손실이 가장 낮은 η의 10분의 1, 아래는 다시 그 4분의 1(4분의 1은 Smith 2017).</translation>
    </message>
</context>
<context>
    <name>ravine::RateSection</name>
    <message>
        <source>Learning rate η</source>
        <translation>학습률 η</translation>
    </message>
    <message>
        <source>Change η</source>
        <translation>η 변경</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>The learning rate η, such as 0.05 or 3e-4. [ halves it, ] doubles it.</source>
        <translation>학습률 η. 0.05 또는 3e-4처럼 쓰면 된다. [ 키를 누르면 절반, ] 키를 누르면 두 배가 된다.</translation>
    </message>
    <message>
        <source>One decade round the stability limit on the slider</source>
        <translation>슬라이더를 안정 한계 주변의 10배 범위로 좁히기</translation>
    </message>
    <message>
        <source>Limit of η at step %1</source>
        <translation>%1단계의 η 한계</translation>
    </message>
    <message>
        <source>Each of the selected runs has its own</source>
        <translation>선택한 실행마다 값이 다르다</translation>
    </message>
    <message>
        <source>η · λmax at step %1</source>
        <translation>%1단계의 η · λmax</translation>
    </message>
    <message>
        <source>Above 2, plain gradient descent jumps ever farther</source>
        <translation>2보다 크면 기본 경사하강법은 갈수록 더 멀리 튄다</translation>
    </message>
    <message>
        <source>The length of this method&apos;s steps does not follow the curvature</source>
        <translation>이 방법의 걸음 길이는 곡률에 따라 정해지지 않는다</translation>
    </message>
    <message>
        <source>%1, a rule of thumb; λ̃ is the curvature as this method rescales it</source>
        <translation>%1, 어림 규칙 (λ̃: 이 방법의 척도로 잰 곡률)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>The run bounces all the same: at step %1 η is beyond the limit.</source>
        <translation>그래도 이 실행은 진동한다. %1단계에서 η 값이 한계를 넘기 때문이다.</translation>
    </message>
    <message>
        <source>stable here</source>
        <translation>여기서는 안정</translation>
    </message>
    <message>
        <source>stable</source>
        <translation>안정</translation>
    </message>
    <message>
        <source>at the limit</source>
        <translation>한계와 같음</translation>
    </message>
    <message>
        <source>unstable</source>
        <translation>불안정</translation>
    </message>
</context>
<context>
    <name>ravine::RateSlider</name>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>η = %1. Arrow keys, and dragging with Shift, change it by a hundredth; Return sets the best η, the blue mark; a double click on the limit shows one decade round it.</source>
        <translation>η = %1. 화살표 키를 누르거나 Shift 키를 누른 채 끌면 1%씩 바뀐다. Enter 키를 누르면 파란 표시가 가리키는 최적의 η 값이 된다. 안정 한계를 두 번 클릭하면 그 주변의 10배 범위만 보인다.</translation>
    </message>
    <message>
        <source>No stability limit is known</source>
        <translation>알려진 안정 한계가 없다</translation>
    </message>
    <message>
        <source>Stable below %1 = %2</source>
        <translation>%1 = %2보다 작으면 안정</translation>
    </message>
    <message>
        <source>The best rate known is %1; Return sets it.</source>
        <translation>알려진 최적의 학습률은 %1, Enter 키를 누르면 그 값이 된다.</translation>
    </message>
</context>
<context>
    <name>ravine::RateSweepCard</name>
    <message>
        <source>Every η</source>
        <translation>모든 η</translation>
    </message>
    <message>
        <source>Close this chart</source>
        <translation>이 차트 닫기</translation>
    </message>
    <message>
        <source>Close the chart of every η</source>
        <translation>모든 η의 차트 닫기</translation>
    </message>
    <message>
        <source>No further: here double precision ends</source>
        <translation>더는 확대할 수 없음: 배정밀도의 끝</translation>
    </message>
    <message>
        <source>arrives: %1</source>
        <comment>at the lowest minimum, with these η</comment>
        <translation>도달: %1</translation>
    </message>
    <message>
        <source>lowest: %1</source>
        <comment>losses, with these η</comment>
        <translation>최저: %1</translation>
    </message>
</context>
<context>
    <name>ravine::ReliefView</name>
    <message>
        <source>Relief of the landscape: %1</source>
        <translation>손실 지형의 입체: %1</translation>
    </message>
    <message>
        <source>Heights are the logarithm of the loss.</source>
        <translation>높이는 손실의 로그를 나타낸다.</translation>
    </message>
    <message>
        <source>Heights are the loss.</source>
        <translation>높이는 손실을 나타낸다.</translation>
    </message>
</context>
<context>
    <name>ravine::RowsDialog</name>
    <message>
        <source>Change the data</source>
        <translation>데이터 변경</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1번째 줄: %2</translation>
    </message>
    <message>
        <source>Rows of data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>A row a line: x,y or x1,x2,class. Columns may stand apart by commas, semicolons, tabs or blanks.</source>
        <translation>한 줄에 한 행씩 x,y 또는 x1,x2,class로 쓴다. 열은 쉼표, 세미콜론, 탭, 공백으로 나눈다.</translation>
    </message>
    <message>
        <source>Learn with “%1”</source>
        <translation>“%1” 모델로 학습</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>데이터 %1행</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>“%1” does not learn from such rows; “%2” does, and takes its place.</source>
        <translation>“%1”: 이런 행으로는 학습하지 않음. 대신 “%2” 모델로 학습함</translation>
    </message>
</context>
<context>
    <name>ravine::RunPanel</name>
    <message>
        <source>Change η</source>
        <translation>η 변경</translation>
    </message>
    <message>
        <source>The learning rate η of this run: click and type</source>
        <translation>이 실행의 학습률 η: 클릭하여 입력</translation>
    </message>
    <message>
        <source>Learning rate of %1</source>
        <translation>%1의 학습률</translation>
    </message>
    <message>
        <source>Runs: %1</source>
        <translation>실행: %1</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>실행: %1</translation>
    </message>
    <message>
        <source>%1?</source>
        <translation>%1?</translation>
    </message>
    <message>
        <source>How do you expect this run to end?</source>
        <translation>이 실행은 어떻게 끝날까?</translation>
    </message>
    <message>
        <source>Marker of %1</source>
        <translation>%1의 표식</translation>
    </message>
</context>
<context>
    <name>ravine::ScenarioNote</name>
    <message>
        <source>Fold this text away (I brings it back)</source>
        <translation>설명 접기 (I 키를 누르면 다시 펼침)</translation>
    </message>
    <message>
        <source>Fold the text away</source>
        <translation>설명 접기</translation>
    </message>
    <message>
        <source>Show the question</source>
        <translation>질문 보기</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>답 보기</translation>
    </message>
</context>
<context>
    <name>ravine::ScheduleCanvas</name>
    <message>
        <source>Schedule preview</source>
        <translation>스케줄 미리 보기</translation>
    </message>
    <message>
        <source>Schedule, to draw on</source>
        <translation>스케줄 그리기</translation>
    </message>
    <message>
        <source>Drag the points. A double click adds one, a right click or Del removes one; arrow keys move the one with the ring, Tab goes to the next.</source>
        <translation>점을 끌어서 옮긴다. 두 번 클릭하면 점이 추가되고, 오른쪽 클릭이나 Del 키로 삭제된다. 고리가 있는 점은 화살표 키로 옮기고, Tab 키로 다음 점으로 간다.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>step %1 · η = %2</source>
        <translation>%1단계 · η = %2</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>스케줄 변경</translation>
    </message>
    <message>
        <source>No more than %1 points</source>
        <translation>점은 %1개까지</translation>
    </message>
    <message>
        <source>Two points must stay</source>
        <translation>점 두 개는 남아야 한다</translation>
    </message>
    <message>
        <source>η goes from %1 at step 0 to %2 at step %3; at step %4 it is %5.</source>
        <translation>η 값은 0단계에서 %1, %3단계에서 %2, 현재 %4단계에서 %5.</translation>
    </message>
</context>
<context>
    <name>ravine::ScheduleDialog</name>
    <message>
        <source>Draw the schedule</source>
        <translation>스케줄 그리기</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>The last stroke or drag (%1)</source>
        <translation>마지막으로 그리거나 끈 것을 되돌린다 (%1)</translation>
    </message>
    <message>
        <source>The warm-up takes all steps; none are left to draw.</source>
        <translation>워밍업이 모든 단계를 차지하여 그릴 단계가 남지 않는다.</translation>
    </message>
    <message>
        <source>Draw with the left button; going back over a part redraws it. Points can be dragged; a double click adds one, a right click removes one.</source>
        <translation>왼쪽 단추를 누른 채 그린다. 지나간 부분을 다시 지나가면 그 부분만 새로 그려진다. 점은 끌어서 옮기고, 두 번 클릭하면 추가되며, 오른쪽 클릭하면 삭제된다.</translation>
    </message>
    <message>
        <source>Faint: as it was.</source>
        <translation>흐린 선: 이전 스케줄.</translation>
    </message>
    <message>
        <source>Faint: as it was. Dashed: the limit %1.</source>
        <translation>흐린 선: 이전 스케줄. 파선: 안정 한계 %1.</translation>
    </message>
</context>
<context>
    <name>ravine::ScheduleSection</name>
    <message>
        <source>SCHEDULE</source>
        <translation>스케줄</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>스케줄 변경</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>워밍업</translation>
    </message>
    <message>
        <source>Change the warm-up</source>
        <translation>워밍업 변경</translation>
    </message>
    <message>
        <source>So many steps climb to the first rate before the schedule begins; 0 is none</source>
        <translation>스케줄이 시작되기 전에 첫 학습률까지 올라가는 단계 수 (쓰지 않을 때는 0)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계 수</translation>
    </message>
    <message>
        <source>Change steps</source>
        <translation>단계 수 변경</translation>
    </message>
    <message>
        <source>Lengths in the schedule that you have not set yourself follow</source>
        <translation>스케줄에서 직접 정하지 않은 길이는 이 값에 맞추어 바뀐다</translation>
    </message>
    <message>
        <source>The selected runs have different schedules</source>
        <translation>선택한 실행들의 스케줄이 서로 다르다</translation>
    </message>
    <message>
        <source>Draw the schedule by hand</source>
        <translation>스케줄을 손으로 그리기</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>세는 단위</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>단계 수</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>Change what the schedule counts</source>
        <translation>스케줄이 세는 단위 변경</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에폭</translation>
    </message>
    <message>
        <source>The same as steps: so often all rows are gone through</source>
        <translation>단계 수와 같은 뜻: 모든 행을 도는 횟수</translation>
    </message>
    <message>
        <source>Lengths in the schedule are epochs, and its rate stays for each; the warm-up is steps</source>
        <translation>스케줄의 길이는 에폭이며 한 에폭 동안 학습률이 같다. 워밍업은 단계로 센다</translation>
    </message>
    <message>
        <source>Lengths in the schedule are steps</source>
        <translation>스케줄의 길이는 단계로 센다</translation>
    </message>
</context>
<context>
    <name>ravine::ScrubBar</name>
    <message>
        <source>Playhead</source>
        <translation>재생 위치</translation>
    </message>
    <message>
        <source>%1: first overshoot, step %2</source>
        <translation>%1: %2단계에서 첫 오버슈팅</translation>
    </message>
    <message>
        <source>%1: settled at step %2</source>
        <translation>%1: %2단계에서 자리 잡음</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>총 %2단계 중 %1단계</translation>
    </message>
</context>
<context>
    <name>ravine::SeriesDialog</name>
    <message>
        <source>Series of rates</source>
        <translation>학습률 시리즈</translation>
    </message>
    <message>
        <source>“%1” at each of these learning rates, side by side:</source>
        <translation>다음 학습률마다 “%1”의 복제본을 하나씩 만들어 나란히 놓는다:</translation>
    </message>
    <message>
        <source>Learning rates</source>
        <translation>학습률 목록</translation>
    </message>
    <message>
        <source>Make the series</source>
        <translation>시리즈 만들기</translation>
    </message>
</context>
<context>
    <name>ravine::SettingsSection</name>
    <message>
        <source>New seed</source>
        <translation>새 시드</translation>
    </message>
</context>
<context>
    <name>ravine::SizeChoice</name>
    <message>
        <source>As in the window</source>
        <translation>창에 보이는 대로</translation>
    </message>
    <message>
        <source>Full HD</source>
        <translation>Full HD</translation>
    </message>
</context>
<context>
    <name>ravine::StepView</name>
    <message>
        <source>NO STEP WAS MADE</source>
        <translation>걸음 없음</translation>
    </message>
    <message>
        <source>The first step already leads to where the loss or its gradient is no finite number.</source>
        <translation>첫 걸음부터 손실이나 그 기울기가 유한한 수가 아닌 곳에 닿는다.</translation>
    </message>
    <message>
        <source>STEP %1 → %2</source>
        <translation>단계 %1 → %2</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>the gradient of the loss</source>
        <translation>손실의 기울기</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>the gradient that the method sees</source>
        <translation>최적화에 실제로 쓰이는 기울기</translation>
    </message>
    <message>
        <source>the length of the gradient</source>
        <translation>기울기 크기</translation>
    </message>
    <message>
        <source>the largest curvature, over all directions</source>
        <translation>모든 방향 가운데 가장 큰 곡률</translation>
    </message>
    <message>
        <source>the learning rate of this step</source>
        <translation>이 단계의 학습률</translation>
    </message>
    <message>
        <source>the step</source>
        <translation>걸음</translation>
    </message>
    <message>
        <source>the new parameters; the loss falls to %1</source>
        <translation>새 매개변수, 손실은 %1까지 감소</translation>
    </message>
    <message>
        <source>the new parameters; the loss rises to %1</source>
        <translation>새 매개변수, 손실은 %1까지 증가</translation>
    </message>
    <message>
        <source>the new parameters; the loss stays at %1</source>
        <translation>새 매개변수, 손실은 %1 그대로</translation>
    </message>
    <message>
        <source>the rate that each coordinate feels</source>
        <translation>좌표마다 실제로 적용되는 학습률</translation>
    </message>
    <message>
        <source>factor, λ = %1</source>
        <translation>배율, λ = %1</translation>
    </message>
    <message>
        <source>long-run factor, λ = %1</source>
        <translation>장기 배율, λ = %1</translation>
    </message>
    <message>
        <source>1 − ηλ: what a step leaves of the distance along this direction</source>
        <translation>1 − ηλ: 한 걸음 뒤에 이 방향으로 남는 거리의 비율</translation>
    </message>
    <message>
        <source>what a step leaves of the distance along this direction</source>
        <translation>한 걸음 뒤에 이 방향으로 남는 거리의 비율</translation>
    </message>
    <message>
        <source>what a step leaves of the distance along this direction, in the end</source>
        <translation>장기적으로 한 걸음마다 이 방향으로 남는 거리의 비율</translation>
    </message>
    <message>
        <source>the parameters (%1, %2)</source>
        <translation>매개변수 (%1, %2)</translation>
    </message>
    <message>
        <source>the loss of the batch alone</source>
        <translation>배치만의 손실</translation>
    </message>
    <message>
        <source>batch of %1 of %2 rows: %3</source>
        <translation>전체 %2행 중 %1행의 배치: %3</translation>
    </message>
    <message>
        <source>the gradient of the batch&apos;s loss</source>
        <translation>배치 손실의 기울기</translation>
    </message>
    <message>
        <source>the gradient of the batch&apos;s loss, which the method sees</source>
        <translation>방법이 보는 배치 손실의 기울기</translation>
    </message>
    <message>
        <source>what a step leaves of the distance along this direction, on average</source>
        <translation>한 걸음 뒤에 이 방향으로 남는 거리의 비율의 평균</translation>
    </message>
</context>
<context>
    <name>ravine::SweepExport</name>
    <message>
        <source>Film over η …</source>
        <translation>η에 따른 동영상 …</translation>
    </message>
    <message>
        <source>Film of this zoom …</source>
        <translation>이 확대의 동영상 …</translation>
    </message>
    <message>
        <source>Working out the film …</source>
        <translation>동영상을 만드는 중 …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>지도 내보내기</translation>
    </message>
    <message>
        <source>map</source>
        <comment>a file&apos;s name</comment>
        <translation>지도</translation>
    </message>
    <message>
        <source>Written: %1, %2</source>
        <translation>저장함: %1, %2</translation>
    </message>
    <message>
        <source>Picture …</source>
        <translation>그림 …</translation>
    </message>
    <message>
        <source>Table …</source>
        <translation>표 …</translation>
    </message>
</context>
<context>
    <name>ravine::SweepView</name>
    <message>
        <source>First predict, then run: a map would tell.</source>
        <translation>먼저 예측하고 실행한다: 지도를 보면 답을 알게 된다.</translation>
    </message>
    <message>
        <source>Choose on the map</source>
        <translation>지도에서 고르기</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>최소점 %1</translation>
    </message>
    <message>
        <source>since step %1</source>
        <translation>%1단계부터</translation>
    </message>
    <message>
        <source>final loss %1</source>
        <translation>마지막 손실 %1</translation>
    </message>
    <message>
        <source>Map of many runs</source>
        <translation>여러 실행의 지도</translation>
    </message>
    <message>
        <source>Add a run from the map</source>
        <translation>지도에서 실행 추가</translation>
    </message>
</context>
<context>
    <name>ravine::TaskBar</name>
    <message>
        <source>Task</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Next task</source>
        <translation>다음 과제</translation>
    </message>
    <message>
        <source>Leave the task</source>
        <translation>과제 그만두기</translation>
    </message>
    <message>
        <source>Hint (%1 of %2)</source>
        <translation>힌트 (%2개 중 %1번째)</translation>
    </message>
    <message>
        <source>Done. %1</source>
        <translation>해냈다. %1</translation>
    </message>
    <message>
        <source>This does not count yet: put back what is fixed in this task (%1).</source>
        <translation>아직 인정되지 않는다. 이 과제에서 정해진 것을 되돌린다 (%1).</translation>
    </message>
</context>
<context>
    <name>ravine::TopBar</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>최근 파일</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>(changed)</source>
        <translation>(변경됨)</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>시나리오</translation>
    </message>
    <message>
        <source>Scenarios, lessons and tasks (Ctrl+G)</source>
        <translation>시나리오, 수업, 과제 (Ctrl+G)</translation>
    </message>
</context>
<context>
    <name>ravine::Transport</name>
    <message>
        <source>Speed</source>
        <translation>재생 속도</translation>
    </message>
    <message>
        <source>1 step/s</source>
        <translation>초당 1단계</translation>
    </message>
    <message>
        <source>%L1 steps/s</source>
        <translation>초당 %L1단계</translation>
    </message>
    <message>
        <source>Step %1 / %2</source>
        <translation>단계 %1 / %2</translation>
    </message>
</context>
<context>
    <name>ravine::Workspace</name>
    <message>
        <source>Untitled</source>
        <translation>제목 없음</translation>
    </message>
</context>
</TS>
