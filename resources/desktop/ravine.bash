# Completion for bash: commands and options as the help lists them, ids as `ravine list` does.
_ravine_ids() {
  ravine list "$1" --json 2>/dev/null | sed -n 's/^ \{4\}"id": "\(.*\)",$/\1/p'
}

_ravine_options() {
  ravine $1 --lang en --help 2>/dev/null | grep -oE '(^|[ ,])--[a-z-]+' | grep -oE -- '--[a-z-]+'
}

_ravine() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= each
  COMPREPLY=()
  for each in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $each in list | run | check | export | shot) command=$each && break ;; esac
  done
  local words=
  case $before in
    --loss) words=$(_ravine_ids loss-functions) ;;
    --optimizer) words=$(_ravine_ids optimizers) ;;
    --schedule) words=$(_ravine_ids schedules) ;;
    --experiment) words=$(_ravine_ids scenarios) ;;
    --theme) words='light dark projector grey' ;;
    --size) words='slide slide43 half square a4 column' ;;
    --what) words='all panel:1 loss lr legend comparison' ;;
    --view) words='map profile relief' ;;
    --format) words='png svg pdf mp4 webp gif csv json py' ;;
    --library) words='numpy pytorch' ;;
    --caption) words='on off' ;;
    --text) words='text paths' ;;
    --lang) words='en ko' ;;
    list) words='loss-functions optimizers schedules scenarios' ;;
    *)
      if [[ $word == -* ]]; then
        words=$(_ravine_options "$command")
      elif [[ -z $command ]]; then
        words='list run check export shot'
      elif [[ $command == shot || $command == export ]]; then
        words=$(_ravine_ids scenarios)
      fi
      ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  # Files, where one is expected or nothing else fits.
  case $before in --loss | --optimizer | --schedule | --theme | --lang | --size | --what | --view | --format | --library | --caption | --text | list)
      return ;; esac
  [[ $word == -* ]] || mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$word")
}
complete -o filenames -F _ravine ravine
